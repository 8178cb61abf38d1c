import { beside } from "./beside.ts";

// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const lists = {
  rules: {
    list: "Ein rheolau sylfaenol",
    item: "Rheol {{place}}",
    none: "Does dim rheolau eto. Ysgrifennwch un, neu dechreuwch o'r rhai a awgrymir.",
    empty: "Nid yw'r grŵp wedi gwneud unrhyw reolau.",
    new: "Rheol newydd",
    hint: "Beth sy'n eich helpu i ddweud yr hyn rydych yn ei feddwl go iawn? Un frawddeg syml.",
    add: "Ychwanegu'r rheol hon",
    change: "Newid y rheol hon",
    beingChanged: "mae rhywun yn ysgrifennu",
    asAdded: "Dyma'r geiriad fel y cafodd ei ychwanegu. Cyn gynted ag y bydd rhywun yn ei newid, bydd pawb yn ei ddarllen fel y mae wedi'i ysgrifennu.",
    suggested: "Rheolau a awgrymir i ddewis ohonynt ({{number}})",
    addThis: "Ychwanegu'r rheol hon",
    addAll: "Dechrau o'r rheolau a awgrymir",
    addRest: "Ychwanegu'r holl reolau eraill a awgrymir",
  },
} as const;

export const rules = {
  ours: beside.rules,
  title: "Ein rheolau sylfaenol",
  intro: "Gall pawb ychwanegu rheol, newid un neu dynnu un. Maent i'w gweld drwy gydol y sesiwn.",
  none: "Nid ydym wedi gwneud unrhyw reolau eto.",
  assents_zero: "Nid oes neb yn dweud eto: rwy'n cytuno â'r rheolau hyn.",
  assents_one: "Mae {{count}} person yn dweud: rwy'n cytuno â'r rheolau hyn.",
  assents_two: "Mae {{count}} berson yn dweud: rwy'n cytuno â'r rheolau hyn.",
  assents_few: "Mae {{count}} pherson yn dweud: rwy'n cytuno â'r rheolau hyn.",
  assents_many: "Mae {{count}} pherson yn dweud: rwy'n cytuno â'r rheolau hyn.",
  assents_other: "Mae {{count}} o bobl yn dweud: rwy'n cytuno â'r rheolau hyn.",
  nobody: "Nid oes neb wedi dweud eto eu bod yn cytuno.",
  mine: "Ydych chi'n cytuno â'r rheolau hyn?",
  agree: "Rwy'n cytuno â'r rheolau hyn",
  agreed: "Rydych wedi dweud eich bod yn cytuno. Diolch.",
  withdraw: "Nid wyf yn cytuno mwyach",
  secret: "Dim ond nifer y bobl sy'n dangos, byth pwy.",
  group: {
    title: "Rheolau",
    agreed: "Mae'r grŵp wedi cytuno ar y rheolau hyn. Maent yn sefyll fel y maent.",
    open: "Mae'r rheolau'n cael eu llunio. Gall pawb eu newid.",
    agree: "Mae'r grŵp yn cytuno ar y rheolau hyn",
    agreeHint: "Bydd y geiriad wedyn yn sefydlog. Gallwch ei agor eto unrhyw bryd.",
    reopen: "Agor y rheolau eto",
    reopenHint: "Gall pawb eu newid eto. Gofynnir o'r newydd i bwy bynnag sydd wedi dweud eu bod yn cytuno: ni chedwir eu bod wedi gwneud hynny.",
    reopenSure: "Agor y rheolau nawr",
    none: "Ysgrifennwch o leiaf un rheol cyn i'r grŵp gytuno arnynt",
  },
} as const;

export const ready = {
  language: "Iaith",
  reading: "Rydych yn darllen yn Gymraeg.",
  switch: "Read in English",
  writing: "Ysgrifennwch yn Gymraeg neu yn Saesneg, pa un bynnag sydd orau gennych. Mae eich geiriau'n aros fel yr ysgrifennoch nhw.",
  words: "Beth sy'n digwydd i'ch geiriau",
  consent: {
    seen: "Mae pawb yn y sesiwn hon yn gweld yr hyn rydych yn ei ysgrifennu, gyda'ch enw. Nid yw'r adroddiad byth yn dangos eich enw.",
    kept: "Caiff yr hyn rydych yn ei ysgrifennu ei gadw. Tra bo'r sesiwn ar agor gallwch dynnu'n ôl yr hyn rydych wedi'i nodi, ei ofyn neu ei ddweud. Gall pawb aileirio'r hyn rydych yn ei ysgrifennu yn un o restrau'r grŵp.",
    pass: "Gallwch basio, rhoi'r gorau iddi neu adael unrhyw bryd, ac nid oes rhaid i chi ddweud pam.", // U: for a translator
    limits: "Os gall rhywun fod mewn perygl, ni allwn gadw hynny'n gyfrinach. Byddwn yn dweud wrthych pwy y mae angen i ni ei hysbysu.",
  },
  warmUp: "I gynhesu", // U: for a translator
  warmUpBody: "Trowch at rywun yn eich ymyl. Dywedwch wrth eich gilydd am un peth bach a wnaeth ddiwrnod yn well yn ddiweddar. Dwy funud; ni chaiff dim ei ysgrifennu.",
} as const;
