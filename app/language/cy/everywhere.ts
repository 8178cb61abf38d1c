export const common = {
  name: "Ymholi",
  skip: "Neidio i'r prif gynnwys",
  switchTo: "English",
  notTranslated: "heb ei gyfieithu eto",
  problem: {
    title: "Mae problem",
    inTitle: "Gwall: {{title}}",
    check: "Gwiriwch yr ateb hwn",
    required: "Llenwch hwn",
    tooLong: "Mae hwn yn rhy hir. Gwnewch ef yn fyrrach a rhowch gynnig arall arni",
    notSent: "Does dim cysylltiad, felly efallai nad yw hwn wedi'i anfon. Does dim byd a lenwoch ar goll. Pwyswch eto pan fydd y cysylltiad yn ôl.",
    storeAway: "Nid yw Ymholi yn gallu cyrraedd ei storfa ar hyn o bryd, felly efallai nad yw hwn wedi'i gadw. Does dim byd a lenwoch ar goll. Pwyswch eto ymhen ennyd.", // U: for a translator
  },
  unreached: {
    noLine: "Does dim cysylltiad. Mae'r dudalen hon yn aros fel y mae, ac yn rhoi cynnig arall arni ar ei phen ei hun.", // U: for a translator
    storeAway: "Nid yw Ymholi yn gallu cyrraedd ei storfa ar hyn o bryd. Mae'r hyn a gadwyd yn ddiogel. Mae'r dudalen hon yn aros fel y mae, ac yn rhoi cynnig arall arni ar ei phen ei hun.", // U: for a translator
  },
  optional: "(dewisol)",
  save: "Cadw",
  cancel: "Canslo",
  back: "Yn ôl",
  next: "Parhau",
  edit: "Golygu",
  remove: "Tynnu",
  undo: "Dadwneud",
  close: "Cau",
  moveUp: "Symud i fyny",
  moveDown: "Symud i lawr",
  english: "Saesneg",
  welsh: "Cymraeg",
  languages: { en: "Saesneg", cy: "Cymraeg" },
  footer: { accessibility: "Hygyrchedd", privacy: "Eich geiriau a'ch preifatrwydd", about: "Am Ymholi" },
  wrong: {
    notFound: { title: "Heb ddod o hyd i'r dudalen", body: "Os gwnaethoch deipio'r cyfeiriad, gwiriwch ef. Os gwnaethoch ddilyn dolen, efallai ei bod wedi'i chau, neu nad yw ar eich cyfer chi.", home: "Mynd i'r dudalen gychwyn" },
    broken: { title: "Aeth rhywbeth o'i le ar ein hochr ni", body: "Mae'r hyn a gadwyd eisoes yn ddiogel. Arhoswch funud a rhowch gynnig arall arni. Os bydd yn digwydd eto, dywedwch wrth yr hwylusydd.", again: "Rhoi cynnig arall arni" },
    away: { title: "Ni ellir cadw dim ar hyn o bryd", body: "Nid yw Ymholi yn gallu cyrraedd ei storfa. Mae'r hyn a gadwyd eisoes yn ddiogel. Os oeddech yn anfon rhywbeth, ewch yn ôl: mae eich geiriau yno o hyd. Arhoswch funud, yna anfonwch ef eto." },
    origin: { title: "Ni ddaeth hwn o Ymholi", body: "Er diogelwch, dim ond ffurflenni o'n tudalennau ein hunain yr ydym yn eu derbyn. Ewch yn ôl, agorwch y dudalen eto a rhowch gynnig arall arni." },
  },
} as const;
