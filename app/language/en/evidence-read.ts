export const kinds = {
  research: "Research",
  livedExperience: "Lived experience",
  practitioner: "Practitioner knowledge",
  organisational: "Organisational knowledge",
} as const;

export const card = {
  kind: "Kind",
  perspective: "Whose perspective",
  source: "Source",
  date: "Date",
  place: "Place",
  limitations: "What it does not tell us",
  notKnown: "Not known.",
  notSaid: "Not said yet.",
} as const;
