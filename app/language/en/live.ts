export const live = {
  keeping: {
    label: "Your words:",
    kept: "kept",
    waiting_one: "waiting to be kept ({{count}})",
    waiting_other: "waiting to be kept ({{count}})",
    device: "only on this device until the connection is back",
  },
  connection: {
    lost: "The connection is lost. You can go on; your words are safe on this device and will be sent when it is back.",
    storeAway: "Ymholi cannot reach its store just now, so nothing new can be kept. You can go on: what was kept is safe, what you write waits on this page, and it is tried again by itself.",
  },
  noRoom: "There is no more room in this part: it holds as much as it can. Nothing was added, and nothing is lost: what you wrote is still here, for you to copy. Please tell the facilitator.",
  returned: {
    title: "Some of your words could not be added",
    lost: "Nothing is lost. This page had to start afresh; here are your words, so that you can add them again:",
    mayNotWrite: "This part is not open for writing now. Nothing is lost; here are your words, for you to keep or to add later:",
    full: "There is no more room in this part: it holds as much as it can. Nothing is lost; here are your words, for you to keep. Please tell the facilitator.",
    sealed: "The session has closed, so nothing more can be added. Here are your words, for you to keep:",
    heldTitle: "Removing so much waits for the facilitator",
    held: "You took out a lot of what others wrote. It has not happened yet: the facilitator is asked first. Until then the words are back on your page.",
    heldOwn: "You took out a lot of what others wrote. It has not happened yet: the words stay until you say so at the desk.",
    heldWords: "What you wrote in the same moment was not added either. Here it is, so that you can add it again:",
    toDesk: "Go to the desk",
    copy: "Copy these words",
    dismiss: "Put them away",
  },
} as const;
