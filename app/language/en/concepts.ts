export const concepts = {
  title: "Ideas worth asking about",
  hint: "A word or a few: fairness, being asked, who decides. Look in your private notes for some.",
  label: "An idea",
  add: "Add this idea",
  none: "No ideas yet.",
  withdraw: "Take it back",
  said: { added: "Your idea is added.", withdrawn: "Your idea is taken back." },
  problem: { none: "Write an idea first", long: "An idea is a few words. Shorten it to 80 characters", gone: "That idea is not there any more", many: "There are more ideas than anybody can look over. Take one back first", closed: "Ideas cannot be changed now" },
} as const;
