import { beside } from "./beside.ts";

/** What the ground rules say as a list; the words of all lists stand in lists.ts. */
export const lists = {
  rules: {
    list: "Our ground rules",
    item: "Rule {{place}}",
    none: "There are no rules yet. Write one, or begin from those suggested.",
    empty: "The group has made no rules.",
    new: "A new rule",
    hint: "What helps you say what you really think? One plain sentence.",
    add: "Add this rule",
    change: "Change this rule",
    beingChanged: "somebody is writing",
    asAdded: "This is the wording as it was added. As soon as somebody changes it, everybody reads it as it is written.",
    suggested: "Suggested rules to choose from ({{number}})",
    addThis: "Add this rule",
    addAll: "Start from the suggested rules",
    addRest: "Add all the other suggested rules",
  },
} as const;

export const rules = {
  ours: beside.rules,
  title: "Our ground rules",
  intro: "Everybody can add a rule, change one or take one off. They stay in view all through the session.",
  none: "We have not made any rules yet.",
  assents_one: "{{count}} person says: I agree to these rules.",
  assents_other: "{{count}} people say: I agree to these rules.",
  nobody: "Nobody has said yet that they agree.",
  mine: "Do you agree to these rules?",
  agree: "I agree to these rules",
  agreed: "You have said that you agree. Thank you.",
  withdraw: "I no longer agree",
  secret: "Only the number of people is shown, never who.",
  group: {
    title: "Rules",
    agreed: "The group has agreed these rules. They stand as they are.",
    open: "The rules are being made. Everybody can change them.",
    agree: "The group agrees these rules",
    agreeHint: "The wording is then fixed. You can open it again at any time.",
    reopen: "Open the rules again",
    reopenHint: "Everybody can change them again. Whoever has said that they agree is asked anew: that they did is not kept.",
    reopenSure: "Open the rules now",
    none: "Write at least one rule before the group agrees them",
  },
} as const;

export const ready = {
  language: "Language",
  reading: "You are reading in English.",
  switch: "Darllen yn Gymraeg",
  writing: "Write in English or Welsh, whichever you like. Your words stay as you wrote them.",
  words: "What happens to your words",
  consent: {
    seen: "Everybody in this session sees what you write, with your name. The report never shows your name.",
    kept: "What you write is kept. While the session is open you can take back what you noted, asked or said. What you write in one of the group’s lists is everybody’s to reword.",
    pass: "You can pass, stop or leave at any time, and you do not have to say why.",
    limits: "If someone may be at risk we cannot keep it secret. We will tell you who we need to tell.",
  },
  warmUp: "To warm up",
  warmUpBody: "Turn to somebody near you. Tell each other one small thing that made a day better lately. Two minutes; nothing is written down.",
} as const;
