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
    back: "Connected again.",
  },
  returned: {
    title: "Some of your words could not be added",
    body: "Nothing is lost. Here they are, so that you can add them again:",
    copy: "Copy these words",
    copied: "Copied",
    dismiss: "I don't need these any more",
  },
  refused: {
    sealed: "This session has closed, so nothing more can be added. Your words are here for you to keep.",
    rights: "This part is not open for writing now. Your words are here for you to keep.",
    limit: "This page is full. Ask the facilitator to start another.",
  },
} as const;
