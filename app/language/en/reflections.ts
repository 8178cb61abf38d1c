import { beside } from "./beside.ts";

/** Words about the talk itself: how we talked, and what gets in the way. */
export const reflections = {
  mine: "(you)",
  change: "Change or take back",
  yours: "Your words",
  withdraw: "Take these words back",
  words: { none: "Write a few words first", long: "Shorten this to 600 characters or fewer" },
  closed: "The session has closed, so nothing can be added",
  gone: "These words are not there any more",
  refused: "This is not kept yet",
  again: "Try again",
  barriers: {
    summary: beside.barriers,
    words: "What gets in the way?",
    hint: "In a sentence or two. Please name no person. Everybody here can read it.",
    level: "Where does it lie?",
    levelMissing: "Choose where it lies: how we work, how services are run, or how things are done here",
    levels: {
      practice: { name: "How we work", about: "What we do from day to day, and how" },
      system: { name: "How services are run", about: "Rules, forms, money, time, who decides" },
      culture: { name: "How things are done here", about: "Habits and expectations that nobody wrote down" },
    },
    note: "Note it",
    none: "Nothing has been noted yet.",
  },
  review: {
    intro: "Write a few words about any of these, or pass. It is about our talk, never about a person, and nobody is given a mark.",
    words: "A few words, if you like",
    add: "Add these words",
    subjects: {
      caring: { name: "Caring", about: "Did we listen, make room, and respect what others said?" },
      collaborative: { name: "Collaborative", about: "Did we build on each other's ideas and think together?" },
      critical: { name: "Critical", about: "Did we give reasons, and ask for them kindly?" },
      creative: { name: "Creative", about: "Did we make new connections, or see something differently?" },
      rules: { name: "Our own rules", about: "Which rule helped? Which one did we forget?" },
      next: { name: "Next time", about: "What would you like us to do differently?" },
    },
  },
} as const;
