/** What is said on the folds beside every stage while they are closed; what is in them comes when they are opened. */
export const beside = {
  rules: "Ein rheolau ({{number}})",
  barriers: "Oes rhywbeth yn rhwystro gofal da? Nodwch ef",
  notes: "Fy nodiadau preifat",
} as const;
