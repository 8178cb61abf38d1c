/** Words about writing down for somebody, wherever people write. */
export const scribe = {
  for: "Whose words are these?",
  forHint: "Write them down as they were said, and read them back.",
  mine: "My own",
  noDevice: "no device",
  checked: "I read it back, and checked it with them",
  written: "written down by {{name}}",
  read: "checked with the speaker",
  unread: "not checked with the speaker yet",
  corrected: "put right by the speaker",
  earlier: "How it stood before",
  check: "I have checked it with them",
  correct: "Put it right",
  correctTitle: "Put right what was written for you",
  correctHint: "Your words take the place of the scribe’s. How it stood before stays to be seen.",
} as const;
