export const session = {
  perspective: {
    carer: "unpaid carer",
    drawsOnCare: "person who draws on care",
    practitioner: "practitioner",
    manager: "manager",
    researcher: "researcher",
    other: "other perspective",
    unsaid: "perspective not said",
  },
  clock: {
    label: "Time left",
    stopped: "left, clock stopped",
    running: "left",
    over: "The time is up. Finish what you are saying",
    passed: { five: "Five minutes left", two: "Two minutes left", one: "One minute left", zero: "The time is up. Nobody is cut off" },
  },
  problem: {
    closed: "This session is closed. Nothing in it can be changed",
    stageGone: "That stage is no longer there",
    noStages: "Add at least one stage before you open the door",
    doorClosed: "The door is closed, so there is no code to change",
    memberGone: "That person is no longer in the session",
    roundOpen: "People are ranking this wording. Close the round before you free it",
  },
} as const;
