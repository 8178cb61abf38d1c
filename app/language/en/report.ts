export const report = {
  close: {
    notOpened: "This session has not been opened yet, so there is nothing to close",
    roundOpen: "A ranking is still open. Close the round first, then close the session",
  },
} as const;
