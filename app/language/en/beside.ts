/** What is said on the folds beside every stage while they are closed; what is in them comes when they are opened. */
export const beside = {
  rules: "Our rules ({{number}})",
  barriers: "Something gets in the way of good care? Note it",
  notes: "My private notes",
} as const;
