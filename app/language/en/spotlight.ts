/** A passage on everybody's screens. */
export const spotlight = {
  title: "Let us look at this together",
  inText: "See it in the text",
  choose: "Put a passage on everybody's screens",
  card: "On the screens",
  now: "On everybody's screens now",
  none: "Nothing is on the screens.",
  takeDown: "Take it down",
  show: "Put on the screens",
  showThis: "Put on the screens: {{words}}",
  limitations: "Put its limitations on the screens, to read out",
  marked_one: "{{count}} passage that somebody marked",
  marked_other: "{{count}} passages that people marked",
  fromText: "From the text",
  gone: "That passage is not in this session's evidence. Choose again from the list",
} as const;
