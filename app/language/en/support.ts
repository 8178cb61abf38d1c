export const support = {
  turnTo: "If something weighs on you, here is somebody to talk to:",
  nobodyNamed: "If something weighs on you, talk to the facilitator.",
} as const;
