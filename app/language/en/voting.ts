export const voting = {
  problem: {
    tooFewCandidates: "There must be at least two priorities to put in order",
    tooManyCandidates: "There are more priorities than people can put in order. Bring them down to 80 or fewer",
    badChoose: "Ask each person to choose at least one, and no more than there are or than ten",
    sessionNotOpen: "This session is not open",
    alreadyOpen: "A ranking is already open in this session",
    nobodySeated: "Nobody has joined yet, so there is nobody to ask",
    notOnRoll: "You joined after this ranking was opened, so you cannot take part in it",
    closed: "This ranking has closed. Your last ballot, if you cast one, was counted",
    notABallot: "Choose from the list again: this ballot did not fit it",
  },
} as const;
