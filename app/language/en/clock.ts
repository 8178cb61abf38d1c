export const clock = {
  label: "Time left",
  stopped: "left, clock stopped",
  running: "left",
  over: "The time is up. Finish what you are saying",
  passed: { five: "Five minutes left", two: "Two minutes left", one: "One minute left", zero: "The time is up. Nobody is cut off" },
  start: "Start the clock",
  pause: "Pause the clock",
  addOne: "Add 1 minute",
  addFive: "Add 5 minutes",
  takeOne: "Take 1 minute away",
  takeFive: "Take 5 minutes away",
} as const;
