/**
 * The community of enquiry in its three lengths. The ten stages and their prompts are ours after the published
 * ten-step method (methods 11.1); all timings are ours.
 */
import { stage, type OurStage, type Template } from "./template.ts";

type Timed = (minutes: number) => OurStage;

export const ready: Timed = (minutes) =>
  stage("ready", minutes, ["Getting ready", "What helps you say what you really think? Add or change a rule."], ["Paratoi", "Beth sy'n eich helpu i ddweud yr hyn rydych yn ei feddwl go iawn? Ychwanegwch reol neu newidiwch un."]);
export const evidence: Timed = (minutes) =>
  stage("reading", minutes, ["The evidence", "Listen or read. Mark anything that strikes you."], ["Y dystiolaeth", "Gwrandewch neu darllenwch. Marciwch unrhyw beth sy'n eich taro."]);
export const thinking: Timed = (minutes) =>
  stage("thinking", minutes, ["Thinking time", "What surprised, puzzled, pleased or troubled you?"], ["Amser meddwl", "Beth wnaeth eich synnu, eich drysu, eich plesio neu eich poeni?"]);
export const making: Timed = (minutes) =>
  stage("questions", minutes, ["Making questions", "Write a question you'd really like us to think about. Not one we could just look up."], ["Llunio cwestiynau", "Ysgrifennwch gwestiwn yr hoffech i ni feddwl amdano go iawn. Nid un y gallem chwilio am ei ateb."]);
export const airing: Timed = (minutes) =>
  stage("airing", minutes, ["Airing", "What made you ask this? Which others does it go with?"], ["Gwyntyllu", "Beth wnaeth i chi ofyn hyn? Gyda pha rai eraill y mae'n mynd?"]);
export const choosing: Timed = (minutes) =>
  stage("choosing", minutes, ["Choosing", "Which question shall we explore together today?"], ["Dewis", "Pa gwestiwn gawn ni ei archwilio gyda'n gilydd heddiw?"]);
export const firstWords: Timed = (minutes) =>
  stage("firstWords", minutes, ["First words", "What's behind it? Your first thoughts?"], ["Geiriau cyntaf", "Beth sydd y tu ôl iddo? Beth yw eich syniadau cyntaf?"]);
export const building: Timed = (minutes) =>
  stage("building", minutes, ["Building", "Build, ask, or challenge kindly – and say why."], ["Adeiladu", "Adeiladwch, gofynnwch, neu heriwch yn garedig – a dywedwch pam."]);
export const lastWords: Timed = (minutes) =>
  stage("lastWords", minutes, ["Last words", "What do you think now? What will you take away?"], ["Geiriau olaf", "Beth yw eich barn nawr? Beth fyddwch chi'n mynd ag ef oddi yma?"]);
export const review: Timed = (minutes) =>
  stage("review", minutes, ["Review", "Were we caring, collaborative, critical, creative? What next time?"], ["Adolygu", "A oeddem yn ofalgar, yn gydweithredol, yn feirniadol, yn greadigol? Beth y tro nesaf?"]);
export const pause: Timed = (minutes) =>
  stage("prompt", minutes, ["Break", "Have a rest. We begin again when the clock is at zero."], ["Egwyl", "Cymerwch hoe. Byddwn yn dechrau eto pan fydd y cloc ar sero."]);

/**
 * Drafting and two private rounds between the talk and the last words. What is written is priorities, as on the list and
 * on the ballot. A round puts them in order; how far each person agrees is not asked, so worries are said and written
 * between the rounds, and lead to new words for the second.
 */
const agreement: readonly OurStage[] = [
  pause(5),
  stage("priorities", 10, ["Drafting priorities", "What should follow from our talk? Write it as priorities, and say what each rests on."], ["Drafftio blaenoriaethau", "Beth ddylai ddilyn o'n sgwrs? Ysgrifennwch ef fel blaenoriaethau, a nodwch ar beth mae pob un yn seiliedig."]),
  stage("ranking", 5, ["Private round", "Choose the priorities you stand behind most, and put them in order. Nobody sees your choice."], ["Rownd breifat", "Dewiswch y blaenoriaethau rydych yn eu cefnogi fwyaf, a gosodwch nhw mewn trefn. Nid oes neb yn gweld eich dewis."]), // U: for a translator
  stage("priorities", 10, ["Hearing reservations", "What worries you? Say it, or write it under “Talk”: it will stand in the report. Then let us find better words: change the wording below."], ["Clywed pryderon", "Beth sy'n eich poeni? Dywedwch ef, neu ysgrifennwch ef o dan “Siarad”: bydd yn yr adroddiad. Yna gadewch i ni ddod o hyd i eiriau gwell: newidiwch y geiriad isod."]),
  stage("ranking", 5, ["Second private round", "Choose and put in order once more, with what you have heard."], ["Ail rownd breifat", "Dewiswch a gosodwch mewn trefn unwaith eto, gyda'r hyn rydych wedi'i glywed."]), // U: for a translator
];

export const communityOfEnquiry60: Template = {
  key: "communityOfEnquiry60",
  name: { en: "Community of enquiry, 60 minutes", cy: "Cymuned ymholi, 60 munud" }, // U: for a translator
  about: {
    en: "An hour in ten stages, from evidence to a question the group chooses and thinks about together. No agreement is sought.",
    cy: "Awr mewn deg cam, o dystiolaeth i gwestiwn y mae'r grŵp yn ei ddewis ac yn meddwl amdano gyda'i gilydd. Nid oes angen dod i gytundeb.",
  },
  stages: [ready(5), evidence(5), thinking(3), making(7), airing(5), choosing(4), firstWords(3), building(20), lastWords(5), review(3)],
};

export const communityOfEnquiry90: Template = {
  key: "communityOfEnquiry90",
  name: { en: "Community of enquiry, 90 minutes", cy: "Cymuned ymholi, 90 munud" }, // U: for a translator
  about: {
    en: "The same ten stages with more time for each, above all for building on one another's thoughts. Good for a first time.",
    cy: "Yr un deg cam gyda mwy o amser i bob un, yn enwedig i adeiladu ar feddyliau ein gilydd. Da ar gyfer y tro cyntaf.",
  },
  stages: [ready(8), evidence(8), thinking(4), making(10), airing(8), choosing(5), firstWords(4), building(30), lastWords(8), review(5)],
};

export const communityOfEnquiry120: Template = {
  key: "communityOfEnquiry120",
  name: { en: "Community of enquiry with agreement, 120 minutes", cy: "Cymuned ymholi gyda chytundeb, 120 munud" }, // U: for a translator
  about: {
    en: "The ten stages, and before the last words priorities that the group drafts, puts in order in private, rewords, and puts in order again. The order says what people stand behind most; what worries them is written beside it.",
    cy: "Y deg cam. Cyn y geiriau olaf mae'r grŵp hefyd yn drafftio blaenoriaethau, yn eu gosod mewn trefn yn breifat, yn eu haileirio, ac yn eu gosod mewn trefn eto. Mae'r drefn yn dweud beth mae pobl yn ei gefnogi fwyaf; mae'r hyn sy'n eu poeni yn cael ei ysgrifennu wrth ei hochr.", // U: for a translator
  },
  stages: [ready(8), evidence(8), thinking(4), making(8), airing(7), choosing(5), firstWords(3), building(25), ...agreement, lastWords(10), review(7)],
};
