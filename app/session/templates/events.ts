/** Sessions that end with an order, and larger gatherings (methods 11.1, after the event of a real review; timings ours). */
import { evidence, lastWords, pause, ready, review, thinking } from "./community.ts";
import { stage, type Template } from "./template.ts";

export const principles = (minutes: number) =>
  stage("principles", minutes, ["Principles", "What must hold true, whatever is done? Write it together."], ["Egwyddorion", "Beth sy'n rhaid iddo fod yn wir, beth bynnag a wneir? Ysgrifennwch ef gyda'ch gilydd."]);
export const priorities = (minutes: number) =>
  stage("priorities", minutes, ["Priorities", "What should change first? Say which words and principles it rests on."], ["Blaenoriaethau", "Beth ddylai newid gyntaf? Nodwch ar ba eiriau ac egwyddorion y mae'n seiliedig."]);
export const ranking = (minutes: number) =>
  stage("ranking", minutes, ["Ranking in private", "Choose the ones that matter most to you, and put them in order. Nobody sees your choice."], ["Gosod mewn trefn yn breifat", "Dewiswch y rhai sydd bwysicaf i chi, a gosodwch nhw mewn trefn. Nid oes neb yn gweld eich dewis."]); // U: for a translator
const rankingAgain = (minutes: number) =>
  stage("ranking", minutes, ["Ranking again", "Choose and order once more, with what you have heard."], ["Gosod mewn trefn eto", "Dewiswch a gosodwch mewn trefn unwaith eto, gyda'r hyn rydych wedi'i glywed."]); // U: for a translator

export const priorityWorkshop: Template = {
  key: "priorityWorkshop",
  name: { en: "Priority-setting workshop", cy: "Gweithdy pennu blaenoriaethau" },
  about: {
    en: "Two hours from evidence to agreed priorities: read and mark, draft principles and priorities together, rank in private, talk, rank again.",
    cy: "Dwy awr o dystiolaeth i flaenoriaethau y cytunwyd arnynt: darllen a marcio, drafftio egwyddorion a blaenoriaethau gyda'n gilydd, eu gosod mewn trefn yn breifat, siarad, a'u gosod mewn trefn eto.", // U: for a translator
  },
  stages: [
    ready(10),
    evidence(25),
    principles(20),
    priorities(25),
    ranking(8),
    stage("building", 12, ["Talking about the result", "What surprises you? What would you say to those who chose otherwise, and why?"], ["Siarad am y canlyniad", "Beth sy'n eich synnu? Beth fyddech chi'n ei ddweud wrth y rhai a ddewisodd yn wahanol, a pham?"]),
    rankingAgain(8),
    stage("lastWords", 12, ["Last words and review", "What do you think now? What will you take away? How did we talk together?"], ["Geiriau olaf ac adolygu", "Beth yw eich barn nawr? Beth fyddwch chi'n mynd ag ef oddi yma? Sut y gwnaethon ni siarad gyda'n gilydd?"]),
  ],
};

export const regionalEvent: Template = {
  key: "regionalEvent",
  name: { en: "Regional event", cy: "Digwyddiad rhanbarthol" },
  about: {
    en: "A day, for people from several places: all four kinds of evidence, talk in threes, principles and priorities, ranking in mixed groups, and last words.",
    cy: "Diwrnod, i bobl o sawl lle: pob un o'r pedwar math o dystiolaeth, siarad fesul tri, egwyddorion a blaenoriaethau, gosod mewn trefn mewn grwpiau cymysg, a geiriau olaf.", // U: for a translator
  },
  stages: [
    ready(20),
    stage("reading", 40, ["Evidence gallery", "Walk round. Read some of each of the four kinds, and mark what strikes you."], ["Oriel y dystiolaeth", "Cerddwch o gwmpas. Darllenwch rywfaint o bob un o'r pedwar math, a marciwch yr hyn sy'n eich taro."]),
    stage("building", 50, ["Talking in threes", "Sit with people you do not know. Say what you know and why you think so."], ["Siarad fesul tri", "Eisteddwch gyda phobl nad ydych yn eu hadnabod. Dywedwch yr hyn rydych yn ei wybod a pham rydych yn meddwl hynny."]),
    pause(15),
    stage("reading", 25, ["Themes, stories and quotes", "Listen to what was said in every place. What comes back again and again?"], ["Themâu, straeon a dyfyniadau", "Gwrandewch ar yr hyn a ddywedwyd ym mhob lle. Beth sy'n codi dro ar ôl tro?"]),
    principles(15),
    priorities(15),
    stage("prompt", 45, ["Lunch", "Eat with somebody new."], ["Cinio", "Bwytewch gyda rhywun newydd."]),
    ranking(10),
    stage("building", 40, ["Mixed groups, first round", "What came first for you, and why? What would have to be true for another order?"], ["Grwpiau cymysg, rownd gyntaf", "Beth ddaeth gyntaf i chi, a pham? Beth fyddai'n gorfod bod yn wir i gael trefn arall?"]),
    stage("prompt", 15, ["Bringing it together, and a break", "The groups' orders are put together, each weighing the same."], ["Dod â'r cyfan ynghyd, ac egwyl", "Mae trefn pob grŵp yn cael ei chyfuno, a phob un yn pwyso'r un faint."]),
    stage("ranking", 30, ["New mixed groups, second round", "Talk in a new group, then choose and order once more in private."], ["Grwpiau cymysg newydd, ail rownd", "Siaradwch mewn grŵp newydd, yna dewiswch a gosodwch mewn trefn unwaith eto yn breifat."]), // U: for a translator
    stage("building", 20, ["The whole room", "Is this our order? Who does not agree, and why? Who else needs to hear it?"], ["Yr ystafell gyfan", "Ai dyma ein trefn? Pwy sydd ddim yn cytuno, a pham? Pwy arall sydd angen ei chlywed?"]),
    stage("lastWords", 15, ["A poem and last words", "What will you take home with you? A word, a line, a promise."], ["Cerdd a geiriau olaf", "Beth fyddwch chi'n mynd ag ef adref? Gair, llinell, addewid."]),
    review(5),
  ],
};

export const connectionsEvent: Template = {
  key: "connectionsEvent",
  name: { en: "Connections event", cy: "Digwyddiad cysylltiadau" },
  about: {
    en: "An hour and a half on one thing: who else could use what was learnt, who will tell them, and by when.",
    cy: "Awr a hanner ar un peth: pwy arall allai ddefnyddio'r hyn a ddysgwyd, pwy fydd yn dweud wrthynt, ac erbyn pryd.",
  },
  stages: [
    ready(8),
    evidence(20),
    thinking(5),
    stage("building", 25, ["Who else could use this?", "Name a person or an organisation, and say why it would matter to them."], ["Pwy arall allai ddefnyddio hyn?", "Enwch berson neu sefydliad, a dywedwch pam y byddai o bwys iddynt."]),
    stage("building", 20, ["Who will tell them?", "Who knows them? What will you say, and by when?"], ["Pwy fydd yn dweud wrthynt?", "Pwy sy'n eu hadnabod? Beth fyddwch chi'n ei ddweud, ac erbyn pryd?"]),
    lastWords(8),
    review(4),
  ],
};
