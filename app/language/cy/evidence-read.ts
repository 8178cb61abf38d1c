export const kinds = {
  research: "Ymchwil",
  livedExperience: "Profiad bywyd", // U: for a translator
  practitioner: "Gwybodaeth ymarferwyr",
  organisational: "Gwybodaeth sefydliadol",
} as const;

export const card = {
  kind: "Math",
  perspective: "Safbwynt pwy",
  source: "Ffynhonnell",
  date: "Dyddiad",
  place: "Lle",
  limitations: "Yr hyn nad yw'n ei ddweud wrthym",
  notKnown: "Ddim yn hysbys.",
  notSaid: "Heb ei ddweud eto.",
} as const;
