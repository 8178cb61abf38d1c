/** Talk without a vote: exploratory talk (methods 2.1), and magic and tragic moments (methods 11.1). */
import { evidence, lastWords, ready, review, thinking } from "./community.ts";
import { stage, type Template } from "./template.ts";

export const exploratoryTalk: Template = {
  key: "exploratoryTalk",
  name: { en: "Exploratory talk", cy: "Siarad archwiliadol" }, // U: for a translator
  about: {
    en: "An hour of thinking aloud together in threes and then all together: reasons are said, other ways are offered, challenges are kind.",
    cy: "Awr o feddwl yn uchel gyda'n gilydd fesul tri ac yna i gyd gyda'n gilydd: dywedir rhesymau, cynigir ffyrdd eraill, ac mae'r herio'n garedig.",
  },
  stages: [
    ready(8),
    evidence(10),
    thinking(4),
    stage("building", 18, ["Talking in threes", "Say what you know and why you think so. Ask each other. Look for another way before you settle."], ["Siarad fesul tri", "Dywedwch yr hyn rydych yn ei wybod a pham rydych yn meddwl hynny. Holwch eich gilydd. Chwiliwch am ffordd arall cyn setlo."]),
    stage("building", 12, ["All together", "What did your three come to think? Where did you not agree, and why?"], ["Pawb gyda'i gilydd", "I ba farn y daeth eich grŵp o dri? Ble nad oeddech yn cytuno, a pham?"]),
    lastWords(5),
    review(3),
  ],
};

export const magicMoments: Template = {
  key: "magicMoments",
  name: { en: "Magic and tragic moments", cy: "Adegau arbennig ac adegau anodd" }, // U: for a translator
  about: {
    en: "Three quarters of an hour for telling: one moment that went right, or one that went wrong, and what it teaches us.",
    cy: "Tri chwarter awr i ddweud stori: un adeg a aeth yn dda, neu un a aeth o'i le, a beth mae'n ei ddysgu i ni.",
  },
  stages: [
    ready(5),
    stage("thinking", 5, ["Quiet recall", "Think of one moment that went right, or one that went wrong. You choose how much to tell."], ["Cofio'n dawel", "Meddyliwch am un adeg a aeth yn dda, neu un a aeth o'i le. Chi sy'n dewis faint i'w ddweud."]),
    // On the teller's device what is written is the teller's: on the listener's it would stand as the listener's words.
    stage("building", 15, ["Telling in pairs", "One tells. The other listens, and writes it down on the teller's own device. Then read it back: is it as they meant it?"], ["Dweud mewn parau", "Mae un yn dweud. Mae'r llall yn gwrando, ac yn ei ysgrifennu ar ddyfais y sawl sy'n dweud. Yna darllenwch ef yn ôl: ai dyna oedd yr ystyr?"]),
    stage("building", 10, ["Sharing a few", "Who would like theirs to be heard? Nobody has to."], ["Rhannu rhai", "Pwy hoffai i'w stori gael ei chlywed? Nid oes rhaid i neb."]),
    stage("building", 7, ["What does this teach us?", "What made the difference? What should happen more, and what never again?"], ["Beth mae hyn yn ei ddysgu i ni?", "Beth wnaeth y gwahaniaeth? Beth ddylai ddigwydd yn amlach, a beth byth eto?"]),
    stage("prompt", 3, ["Closing, and where to find support", "Thank you. If this brought something up for you, stay and talk, or turn to the person named below."], ["Cloi, a ble i gael cymorth", "Diolch. Os cododd hyn rywbeth ynoch, arhoswch i siarad, neu trowch at y person a enwir isod."]),
  ],
};
