import { beside } from "./beside.ts";

// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const reflections = {
  mine: "(chi)",
  change: "Newid neu dynnu'n ôl",
  yours: "Eich geiriau",
  withdraw: "Tynnu'r geiriau hyn yn ôl",
  words: { none: "Ysgrifennwch ychydig eiriau yn gyntaf", long: "Byrhewch hyn i 600 nod neu lai" },
  closed: "Mae'r sesiwn wedi cau, felly ni ellir ychwanegu dim",
  gone: "Nid yw'r geiriau hyn yno mwyach",
  refused: "Nid yw hyn wedi'i gadw eto",
  again: "Rhoi cynnig arall arni",
  barriers: {
    summary: beside.barriers,
    words: "Beth sy'n rhwystro?",
    hint: "Mewn brawddeg neu ddwy. Peidiwch ag enwi neb. Gall pawb yma ei ddarllen.",
    level: "Ble mae'r rhwystr?",
    levelMissing: "Dewiswch ble mae'r rhwystr: sut rydym yn gweithio, sut mae gwasanaethau'n cael eu rhedeg, neu'r ffordd o wneud pethau yma",
    levels: {
      practice: { name: "Sut rydym yn gweithio", about: "Yr hyn a wnawn o ddydd i ddydd, a sut" },
      system: { name: "Sut mae gwasanaethau'n cael eu rhedeg", about: "Rheolau, ffurflenni, arian, amser, pwy sy'n penderfynu" },
      culture: { name: "Y ffordd o wneud pethau yma", about: "Arferion a disgwyliadau nad oes neb wedi'u hysgrifennu" },
    },
    note: "Ei nodi",
    none: "Nid oes dim wedi'i nodi eto.",
  },
  review: {
    intro: "Ysgrifennwch ychydig eiriau am unrhyw un o'r rhain, neu pasiwch. Am ein sgwrs y mae hyn, byth am berson, ac ni roddir marc i neb.", // U: for a translator
    words: "Ychydig eiriau, os hoffech",
    add: "Ychwanegu'r geiriau hyn",
    subjects: {
      caring: { name: "Gofalgar", about: "A wnaethom wrando, gwneud lle, a pharchu'r hyn a ddywedodd eraill?" },
      collaborative: { name: "Cydweithredol", about: "A wnaethom adeiladu ar syniadau ein gilydd a meddwl gyda'n gilydd?" },
      critical: { name: "Beirniadol", about: "A wnaethom roi rhesymau, a gofyn amdanynt yn garedig?" }, // U: for a translator
      creative: { name: "Creadigol", about: "A wnaethom gysylltiadau newydd, neu weld rhywbeth yn wahanol?" },
      rules: { name: "Ein rheolau ein hunain", about: "Pa reol a helpodd? Pa un a anghofiwyd?" },
      next: { name: "Y tro nesaf", about: "Beth hoffech i ni ei wneud yn wahanol?" },
    },
  },
} as const;
