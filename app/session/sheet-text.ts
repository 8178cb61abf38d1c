/** What the joining sheet says. It is printed in both languages at once, so its words are here and not among a page's. */
import type { Language } from "#app/language/languages.ts";

export interface SheetText {
  readonly join: string;
  readonly steps: readonly string[];
  readonly code: string;
  readonly address: string;
  readonly words: string;
  readonly sentences: readonly string[];
  readonly worried: string;
}

export const sheetText: Readonly<Record<Language, SheetText>> = {
  cy: {
    join: "Sut i ymuno",
    steps: [
      "Pwyntiwch gamera eich ffôn at y sgwâr, neu teipiwch y cyfeiriad.",
      "Rhowch y cod. Nid oes angen cyfrif nac ap.",
      "Ysgrifennwch eich cod dychwelyd: mae'n dod â chi'n ôl ar unrhyw ddyfais.",
    ],
    code: "Cod ymuno",
    address: "Cyfeiriad",
    words: "Beth sy'n digwydd i'ch geiriau",
    sentences: [
      "Mae pawb yn y sesiwn yn gweld yr hyn rydych yn ei ysgrifennu. Nid yw'r adroddiad byth yn dangos eich enw.",
      "Cewch roi'r gorau iddi unrhyw bryd. Gofynnwch i'r hwylusydd os ydych am dynnu eich geiriau yn ôl.",
      "Os gall rhywun fod mewn perygl, ni allwn ei gadw'n gyfrinach. Byddwn yn dweud wrthych â phwy y mae angen i ni siarad.",
    ],
    worried: "Yn poeni am rywun? Siaradwch â'r hwylusydd, neu â",
  },
  en: {
    join: "How to join",
    steps: [
      "Point your phone's camera at the square, or type the address.",
      "Enter the code. You need no account and no app.",
      "Write down your return code: it brings you back on any device.",
    ],
    code: "Join code",
    address: "Address",
    words: "What happens to your words",
    sentences: [
      "Everybody in the session sees what you write. The report never shows your name.",
      "You can stop at any time. Ask the facilitator if you want to take your words back.",
      "If somebody may be at risk we cannot keep it secret. We will tell you who we need to tell.",
    ],
    worried: "Worried about somebody? Speak to the facilitator, or to",
  },
};
