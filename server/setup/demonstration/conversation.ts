/** What the invented people of the closed session wrote and chose. Keys name items of evidence.ts and people of enquiry.ts. */
import type { ReplyWay } from "#app/notes/notes.doc.ts";

export const notes = [
  { key: "listening", by: "Pat", on: "carers", quote: "I lay there listening for him", words: "Three nights to stop listening. A one-night break is no break at all.", lang: "en" },
  { key: "asking", by: "Gareth", on: "carers", quote: "The asking is the hard part", words: "One number and one person. I would have rung years ago.", lang: "en" },
  { key: "tablecloth", by: "Delyth", on: "carers", quote: "For two hours I wasn't his carer, I was his wife", words: "Weithiau gyda'n gilydd yw'r seibiant.", lang: "cy" },
  { key: "knew", by: "Siân", on: "moments", quote: "I knew who he was with", words: "Ymddiriedaeth. Dyna'r cyfan.", lang: "cy" },
  { key: "funeral", by: "Amina", on: "moments", quote: "it had gone to somebody coming out of hospital", words: "We do this to people. A promise has to mean something.", lang: "en" },
  { key: "people", by: "Emrys", on: "emrys", quote: "Y bobl sy'n gwneud y seibiant", words: "Fi ddywedodd hyn ac rwy'n ei feddwl o hyd.", lang: "cy" },
  { key: "list", by: "Tom", on: "assessors", quote: "We offer what is on the list", words: "True, and I am one of those who does it. The list should start with what people say.", lang: "en" },
  { key: "notice", by: "Rhian", on: "beds", quote: "Booking needs six weeks' notice", words: "Dyma pam mae'r gwelyau'n wag: does neb yn gwybod chwe wythnos ymlaen llaw.", lang: "cy" },
  { key: "outside", by: "Ffion", on: "counts", quote: "44 of 71", words: "This says nothing about breaks outside plans, which may be most of them.", lang: "en" },
  { key: "planned", by: "Nia", on: "research", quote: "planned and looked forward to", words: "Edrych ymlaen yw hanner y lles.", lang: "cy" },
] as const;

export const replies: readonly { readonly by: string; readonly to: string; readonly way: ReplyWay; readonly words: string; readonly because: string; readonly lang: "en" | "cy" }[] = [
  { by: "Colin", to: "notice", way: "asks", words: "Could the home plan with two weeks' notice if we paid for a float?", because: "", lang: "en" },
  { by: "Gareth", to: "list", way: "builds", words: "And let us see the list. I never knew that there was one.", because: "", lang: "en" },
  { by: "Siân", to: "outside", way: "challenges", words: "Nid yw cyfrif popeth yn ateb.", because: "Oherwydd mae'r ffurflenni'n rhan o'r blinder.", lang: "cy" },
];

export const principles = [
  { key: "own", by: "Gareth", text: "A break is what the carer and the person they support say it is", lang: "en", quotes: ["tablecloth", "list"] },
  { key: "happens", by: "Amina", text: "A promised break happens", lang: "en", quotes: ["funeral"] },
  { key: "faces", by: "Siân", text: "Wynebau cyfarwydd, yn iaith y person", lang: "cy", quotes: ["knew", "people"] },
  { key: "early", by: "Nia", text: "Nobody has to be on their knees before they are asked", lang: "en", quotes: ["asking"] },
] as const;

export const priorities = [
  { key: "call", by: "Gareth", text: "One telephone call to ask: one number, one person who knows us", lang: "en", quotes: ["asking"], principles: ["early"] },
  { key: "pot", by: "Tom", text: "A small pot of money that people decide about themselves", lang: "en", quotes: ["list"], principles: ["own"] },
  { key: "notice", by: "Rhian", text: "Beds that can be booked with two weeks' notice, and that are kept once promised", lang: "en", quotes: ["notice", "funeral"], principles: ["happens"] },
  { key: "welsh", by: "Emrys", text: "Rhywun sy'n siarad Cymraeg ar bob shifft yn y gwely seibiant", lang: "cy", quotes: ["people"], principles: ["faces"] },
  { key: "hotel", by: "Delyth", text: "Cafés and hotels that give a lunch together, as a gift", lang: "en", quotes: ["tablecloth"], principles: ["own"] },
  { key: "count", by: "Ffion", text: "Count the breaks that are not in plans", lang: "en", quotes: ["outside"], principles: [] },
] as const;

/** Each person's three, first to third. */
export const ballots: Readonly<Record<string, readonly (typeof priorities)[number]["key"][]>> = {
  Siân: ["call", "welsh", "notice"],
  Gareth: ["call", "pot", "notice"],
  Delyth: ["hotel", "call", "notice"],
  Pat: ["notice", "call", "pot"],
  Emrys: ["welsh", "call", "hotel"],
  Nia: ["pot", "call", "notice"],
  Tom: ["pot", "notice", "call"],
  Amina: ["notice", "pot", "call"],
  Rhian: ["notice", "pot", "count"],
  Colin: ["pot", "count", "notice"],
  Ffion: ["count", "pot", "call"],
};
