/** What a facilitator can mend: on the desk, and on the page where one person's changes are undone. */
export const mend = {
  title: "Dadwneud yr hyn a newidiodd un person",
  lead: "Mae'n tynnu'r hyn a ysgrifennodd y person hwn ac yn rhoi yn ôl yr hyn a dynnodd. Mae'r hyn a ysgrifennodd eraill yn aros fel y mae. Cewch ei weld yn gyntaf, a gallwch ei roi yn ôl eto.",
  link: "Dadwneud yr hyn a newidiodd un person",
  linkName: "Dadwneud yr hyn a newidiodd {{name}}",
  who: "Newidiadau pwy?",
  look: "Gweld yr hyn a newidiodd",
  nothing: "Nid oes dim gan {{name}} i'w ddadwneud.",
  changesOf: "Yr hyn a newidiodd {{name}}",
  document: { principles: "Egwyddorion", priorities: "Blaenoriaethau", notes: "Nodiadau ar:", rules: "Rheolau sylfaenol", questions: "Cwestiynau", talk: "Yr hyn a ddywedwyd" },
  groupQuestions: "Cwestiynau grŵp bach {{number}}",
  wouldGo: "I'w tynnu ({{number}})",
  wouldBack: "I'w rhoi yn ôl ({{number}})",
  wouldChange: "I'w darllen yn wahanol ({{number}})", // U: for a translator
  now: "Nawr:",
  then: "Wedyn:",
  noWords: "dim geiriau",
  others: "Pethau llai, fel y drefn: {{number}}",
  undo: "Dadwneud y newidiadau hyn",
  done: { undo: "Mae wedi'i ddadwneud, ar bob tudalen. Gallwch ei roi yn ôl isod.", putBack: "Mae wedi'i roi yn ôl, ar bob tudalen." },
  standing: "Wedi'i ddadwneud hyd yn hyn",
  standingLine: "Yr hyn a newidiodd {{name}}, wedi'i ddadwneud gan {{by}}, {{when}}",
  putBack: "Ei roi yn ôl",
  back: "Yn ôl i'r ddesg",
  frozen: "Mae'r geiriad wedi'i rewi, felly ni ellir trwsio dim ynddo nawr. Rhyddhewch ef yn gyntaf", // U: for a translator
  gone: "Nid oes dim ar ôl i'w wneud yma. Efallai fod rhywun arall wedi'i wneud eisoes",
  troubles: "Yn aros amdanoch chi",
  troublesCount: "Yn aros amdanoch chi ({{number}})",
  held: {
    title: "Mae {{name}} am dynnu llawer",
    of: "Byddai {{number}} o {{all}} wedi mynd.",
    hint: "Mae'r geiriau'n dal i sefyll, ac nid oes neb arall wedi gweld newid. Dywedwyd wrth {{name}} y gofynnir i chi yn gyntaf.",
    words: "Gweld y geiriau",
    nothing: "Nid oes yr un o'r geiriau hyn yn sefyll mwyach.",
    letHappen: "Gadael iddo ddigwydd",
    keep: "Cadw'r geiriau",
  },
  aside: {
    title: "Nid oedd modd darllen rhai newidiadau",
    count: "Newidiadau a roddwyd o'r neilltu: {{number}}",
    body: "Pan agorwyd hwn, ni allai'r gwesteiwr ddarllen y newidiadau hyn, ac fe'u rhoddwyd o'r neilltu. Mae popeth arall yno.", // U: for a translator
    what: "Beth i'w wneud: edrychwch drwyddo gyda'r grŵp, ac ysgrifennwch eto yr hyn sydd ar goll. Dywedwch wrth bwy bynnag sy'n gofalu am y gweinydd hwn; mae'r hyn a roddwyd o'r neilltu wedi'i gadw ar eu cyfer.",
    seen: "Rwyf wedi gweld hwn",
  },
  nearlyFull: {
    title: "Does dim llawer o le ar ôl", // U: for a translator
    body: "Mae'r rhannau hyn yn dal mwy na hanner yr hyn y gallant ei ddal. Pan fydd rhan yn llawn, ni ellir ychwanegu dim arall ati; mae popeth sydd ynddi'n aros, i'w ddarllen ac i'w dynnu'n ôl.",
    what: "Beth i'w wneud: tynnwch yr hyn nad oes ei angen ar neb, neu ewch ymlaen mewn sesiwn arall o'r ymholiad hwn mewn da bryd.",
  },
  disk: {
    title: "Mae disg y gweinydd hwn yn llawn, neu bron â bod",
    body: "Nid oes dim y dywedwyd wrth bobl ei fod wedi'i gadw wedi'i golli. Cyn hir ni ellir cadw dim mwy: gall pobl ddal i ysgrifennu, ac mae eu geiriau'n aros ar eu dyfeisiau eu hunain.",
    what: "Beth i'w wneud: gofynnwch i bwy bynnag sy'n gofalu am y gweinydd hwn wneud lle arno, 512 MB o leiaf. Yna bydd Ymholi'n mynd ymlaen ar ei ben ei hun, a bydd y neges hon yn diflannu.",
  },
} as const;
