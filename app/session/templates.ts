/**
 * What a session can be made from: stages with their prompts and minutes, all editable afterwards. The ten
 * stages and their prompts are ours after the published ten-step method (methods 11.1); all timings are ours.
 */
import type { Language } from "#app/language/languages.ts";

/** What a stage lets the group do. The keys of app/stages/activities.ts, which is a floor above. */
export const activityKeys = ["prompt", "reading", "principles", "priorities", "ranking"] as const;
export type ActivityKey = (typeof activityKeys)[number];

type Words = Readonly<Record<Language, string>>;

export interface StageTemplate {
  readonly activity: ActivityKey;
  readonly name: Words;
  /** What the group reads on the screen. */
  readonly prompt: Words;
  readonly minutes: number;
}

export interface Template {
  readonly key: string;
  readonly name: Words;
  /** When to choose it, in a sentence. */
  readonly about: Words;
  readonly stages: readonly StageTemplate[];
}

/** One stage in a line: activity and minutes, then name and prompt in English and in Welsh. */
function stage(activity: ActivityKey, minutes: number, en: readonly [string, string], cy: readonly [string, string]): StageTemplate {
  return { activity, minutes, name: { en: en[0], cy: cy[0] }, prompt: { en: en[1], cy: cy[1] } };
}

const priorityWorkshop: Template = {
  key: "priorityWorkshop",
  name: { en: "Priority-setting workshop", cy: "Gweithdy pennu blaenoriaethau" },
  about: {
    en: "Two hours from evidence to agreed priorities: read and mark, draft principles and priorities together, rank in private, talk, rank again.",
    cy: "Dwy awr o dystiolaeth i flaenoriaethau y cytunwyd arnynt: darllen a marcio, drafftio egwyddorion a blaenoriaethau gyda'n gilydd, eu gosod mewn trefn yn breifat, siarad, a'u gosod mewn trefn eto.",
  },
  stages: [
    stage("prompt", 10, ["Getting ready", "What helps you say what you really think? Add or change a rule."], ["Paratoi", "Beth sy'n eich helpu i ddweud yr hyn rydych yn ei feddwl go iawn? Ychwanegwch reol neu newidiwch un."]),
    stage("reading", 25, ["The evidence", "Listen or read. Mark anything that strikes you."], ["Y dystiolaeth", "Gwrandewch neu darllenwch. Marciwch unrhyw beth sy'n eich taro."]),
    stage("principles", 20, ["Principles", "What must hold true, whatever is done? Write it together."], ["Egwyddorion", "Beth sy'n rhaid iddo fod yn wir, beth bynnag a wneir? Ysgrifennwch ef gyda'ch gilydd."]),
    stage("priorities", 25, ["Priorities", "What should change first? Say which words and principles it rests on."], ["Blaenoriaethau", "Beth ddylai newid gyntaf? Nodwch ar ba eiriau ac egwyddorion y mae'n seiliedig."]),
    stage("ranking", 8, ["Ranking in private", "Choose the ones that matter most to you, and put them in order. Nobody sees your choice."], ["Gosod mewn trefn yn breifat", "Dewiswch y rhai sydd bwysicaf i chi, a gosodwch nhw mewn trefn. Nid oes neb yn gweld eich dewis."]), // U: for a translator
    stage("prompt", 12, ["Talking about the result", "What surprises you? What would you say to those who chose otherwise, and why?"], ["Siarad am y canlyniad", "Beth sy'n eich synnu? Beth fyddech chi'n ei ddweud wrth y rhai a ddewisodd yn wahanol, a pham?"]),
    stage("ranking", 8, ["Ranking again", "Choose and order once more, with what you have heard."], ["Gosod mewn trefn eto", "Dewiswch a gosodwch mewn trefn unwaith eto, gyda'r hyn rydych wedi'i glywed."]), // U: for a translator
    stage("prompt", 12, ["Last words and review", "What do you think now? What will you take away? How did we talk together?"], ["Geiriau olaf ac adolygu", "Beth yw eich barn nawr? Beth fyddwch chi'n mynd ag ef oddi yma? Sut y gwnaethon ni siarad gyda'n gilydd?"]),
  ],
};

const communityOfEnquiry60: Template = {
  key: "communityOfEnquiry60",
  name: { en: "Community of enquiry, 60 minutes", cy: "Cymuned ymholi, 60 munud" }, // U: for a translator
  about: {
    en: "An hour in ten stages, from evidence to a question the group chooses and thinks about together. No agreement is sought.",
    cy: "Awr mewn deg cam, o dystiolaeth i gwestiwn y mae'r grŵp yn ei ddewis ac yn meddwl amdano gyda'i gilydd. Nid oes angen dod i gytundeb.",
  },
  stages: [
    stage("prompt", 5, ["Getting ready", "What helps you say what you really think? Add or change a rule."], ["Paratoi", "Beth sy'n eich helpu i ddweud yr hyn rydych yn ei feddwl go iawn? Ychwanegwch reol neu newidiwch un."]),
    stage("reading", 5, ["The evidence", "Listen or read. Mark anything that strikes you."], ["Y dystiolaeth", "Gwrandewch neu darllenwch. Marciwch unrhyw beth sy'n eich taro."]),
    stage("reading", 3, ["Thinking time", "What surprised, puzzled, pleased or troubled you?"], ["Amser meddwl", "Beth wnaeth eich synnu, eich drysu, eich plesio neu eich poeni?"]),
    stage("prompt", 7, ["Making questions", "Write a question you'd really like us to think about. Not one we could just look up."], ["Llunio cwestiynau", "Ysgrifennwch gwestiwn yr hoffech i ni feddwl amdano go iawn. Nid un y gallem chwilio am ei ateb."]),
    stage("prompt", 5, ["Airing", "What made you ask this? Which others does it go with?"], ["Gwyntyllu", "Beth wnaeth i chi ofyn hyn? Gyda pha rai eraill y mae'n mynd?"]),
    stage("prompt", 4, ["Choosing", "Which question shall we explore together today?"], ["Dewis", "Pa gwestiwn gawn ni ei archwilio gyda'n gilydd heddiw?"]),
    stage("prompt", 3, ["First words", "What's behind it? Your first thoughts?"], ["Geiriau cyntaf", "Beth sydd y tu ôl iddo? Beth yw eich syniadau cyntaf?"]),
    stage("prompt", 20, ["Building", "Build, ask, or challenge kindly – and say why."], ["Adeiladu", "Adeiladwch, gofynnwch, neu heriwch yn garedig – a dywedwch pam."]),
    stage("prompt", 5, ["Last words", "What do you think now? What will you take away?"], ["Geiriau olaf", "Beth yw eich barn nawr? Beth fyddwch chi'n mynd ag ef oddi yma?"]),
    stage("prompt", 3, ["Review", "Were we caring, collaborative, critical, creative? What next time?"], ["Adolygu", "A oeddem yn ofalgar, yn gydweithredol, yn feirniadol, yn greadigol? Beth y tro nesaf?"]),
  ],
};

export const templates: readonly Template[] = [priorityWorkshop, communityOfEnquiry60];

/** The template of this key; the first for one that this version does not know. */
export function templateOf(key: string): Template {
  return templates.find((template) => template.key === key) ?? priorityWorkshop;
}

export function minutesOf(stages: readonly Pick<StageTemplate, "minutes">[]): number {
  return stages.reduce((sum, { minutes }) => sum + minutes, 0);
}
