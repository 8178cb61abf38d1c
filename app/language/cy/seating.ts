// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const seating = {
  title: "Rhoi sedd i rywun heb ddyfais",
  lead: "Maent yn yr ystafell fel pawb arall: cânt eu cyfrif, cânt siarad, pleidleisio ar bapur, ac mae cofnodydd yn ysgrifennu ar eu rhan.", // U: for a translator
  name: "Eu henw, neu enw o'u dewis",
  perspective: "Sut y maent yn cymryd rhan?",
  perspectiveHint: "Gofynnwch iddynt. Cânt ei gadw iddyn nhw eu hunain.",
  language: "Ym mha iaith y mae eu geiriau?",
  consent: "Darllenwch hwn iddynt",
  inOther: "Yr un peth yn {{language}}", // U: for a translator
  agreed: "Rwyf wedi'i ddarllen iddynt, ac maent am gymryd rhan",
  agreeLabel: "A ydynt wedi cytuno?",
  agreeMissing: "Darllenwch iddynt beth sy'n digwydd i'w geiriau, a thiciwch pan fyddant am gymryd rhan",
  seat: "Rhoi sedd iddynt",
  seated: "Mae gan {{name}} sedd.",
  here: "Yma heb ddyfais",
  none: "Neb eto.",
  ballot: "Bwrw pleidlais {{name}} o bapur",
  back: "Yn ôl i'r sesiwn",
  paper: {
    title: "Pleidlais {{name}}, o bapur",
    lead: "Copïwch hi fel y mae ar eu papur. Rydych chi'n ei gweld, am mai chi sy'n ei chario; nid oes neb arall yn ei gweld. Rhowch y papur yn ôl iddynt, neu dinistriwch ef.",
    none: "Does dim pleidlais i'w bwrw ar hyn o bryd.",
    notOnRoll: "Daeth {{name}} ar ôl i'r rownd agor, felly ni all bleidleisio yn hon.",
  },
} as const;
