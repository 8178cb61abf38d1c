// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const stages = {
  room: {
    rehearsal: "Ymarfer: nid oes dim yma yn cael ei gadw",
    stageOf: "Cam {{number}} o {{total}}",
    notStarted: "Nid ydym wedi dechrau eto",
    notStartedBody: "Rydych chi i mewn. Bydd y dudalen hon yn newid ohoni'i hun pan fydd yr hwylusydd yn dechrau. Does dim angen i chi wneud dim.",
    chosen: "Rydym wedi dewis cwestiwn.",
    movedOn: "Rydym wedi symud ymlaen at: {{name}}",
    follow: "Mynd yno nawr",
    keepWriting: "Gorffennwch eich brawddeg yn gyntaf; ni chaiff dim ei golli.",
    lookingBack: "Rydych chi'n edrych yn ôl ar gam cynharach.",
    lookingAhead: "Rydych chi'n edrych ar gam sydd heb ddod eto.",
    backToNow: "Yn ôl at ble mae pawb",
    allStages: "Pob cam",
    now: "nawr",
    refresh: "Dangos beth sy'n newydd",
    refreshHint: "Nid yw'r dudalen hon yn newid ohoni'i hun heb JavaScript.",
    here_zero: "Neb yma",
    here_one: "{{count}} person yma",
    here_two: "{{count}} berson yma",
    here_few: "{{count}} pherson yma",
    here_many: "{{count}} pherson yma",
    here_other: "{{count}} o bobl yma",
    worried: "Yn poeni am rywun?",
    worriedBody: "Dywedwch wrth yr hwylusydd, neu ffoniwch {{name}}:",
    worriedWrite: "Ei ysgrifennu at yr hwylusydd a'r person a enwyd ar gyfer diogelu", // U: for a translator
    limits: "Os gall rhywun fod mewn perygl, ni allwn gadw hynny'n gyfrinach. Byddwn yn dweud wrthych pwy y mae angen i ni ei hysbysu.",
    catchUp: "Dal i fyny",
    handOn: "Trosglwyddo'r ddyfais hon", // U: for a translator
    handOnHint: "i'r person nesaf. Ni fydd dim o'ch eiddo chi'n aros arni.",
    handOnWait: "cyn gynted ag y bydd eich geiriau wedi'u cadw.",
    leave: "Gadael y sesiwn",
    leaveHint: "Caiff yr hyn a ysgrifennoch ei gadw. Bydd eich cod dychwelyd yn dod â chi'n ôl.",
    leaveShared: "Mae pobl eraill yn defnyddio'r ddyfais hon: gadewch pan fyddwch wedi gorffen, rhag i neb ar eich ôl ysgrifennu fel chi. Caiff yr hyn a ysgrifennoch ei gadw.", // U: for a translator
    question: "Y cwestiwn yr ydym yn ymholi iddo",
    closed: "Mae'r sesiwn hon wedi cau",
    closedBody: "Diolch. Mae popeth a gadwyd yn yr adroddiad. Ni ellir ychwanegu dim nawr.",
    report: "Darllen yr adroddiad",
  },
  fold: {
    coming: "Un eiliad: mae hwn ar ei ffordd.", // U: for a translator
    away: "Nid oedd modd nôl hwn. Efallai fod y cysylltiad wedi torri.", // U: for a translator
  },
  reading: {
    choose: "Dewiswch rywbeth i'w ddarllen",
    none: "Does dim tystiolaeth wedi'i dewis ar gyfer y sesiwn hon.",
    back: "Yr holl dystiolaeth",
    notes_zero: "Dim nodiadau",
    notes_one: "{{count}} nodyn",
    notes_two: "{{count}} nodyn",
    notes_few: "{{count}} nodyn",
    notes_many: "{{count}} nodyn",
    notes_other: "{{count}} nodyn",
  },
  drafting: {
    notYet: "Does dim i'w ddrafftio eto. Nid yw'r hwylusydd wedi agor y sesiwn.",
    principles: "Egwyddorion",
  },
  ranking: {
    wait: "Nid yw'r gosod yn nhrefn blaenoriaeth wedi agor eto", // U: for a translator
    waitBody: "Pan fydd yr hwylusydd yn ei agor, bydd y blaenoriaethau'n ymddangos yma a byddwch yn dewis ac yn trefnu'r rhai pwysicaf i chi.",
    open: "Dewiswch eich {{count}} a'u rhoi mewn trefn", // U: for a translator
    turnout: "Mae {{cast}} o {{roll}} pleidlais i mewn",
    outcome: "Yr hyn a ddewisodd y grŵp",
    secret: "Nid oes neb yn gweld pleidlais neb arall, ddim hyd yn oed yr hwylusydd. Dim ond nifer y pleidleisiau sy'n dangos nes i'r rownd gau.",
    facilitator: "Nid yw hwyluswyr yn pleidleisio.",
    tooFew: "Daeth rhy ychydig o bleidleisiau i mewn i gyhoeddi canlyniad heb ddatgelu dewis neb.",
    late: "Daethoch ar ôl i'r rownd agor, felly ni allwch bleidleisio yn hon. Cewch wneud hynny yn y nesaf.",
  },
  round: {
    title: "Gosod yn nhrefn blaenoriaeth yn breifat", // U: for a translator
    openAsk: "Agor y gosod mewn trefn", // U: for a translator
    open: "Rhewi'r geiriad ac agor y gosod mewn trefn", // U: for a translator
    openHint: "Ni ellir aileirio'r blaenoriaethau tra bydd pobl yn eu gosod mewn trefn. Caiff pawb sydd â sedd nawr bleidleisio. Mae'n aros ar agor nes i chi gyhoeddi'r canlyniad.", // U: for a translator
    againAsk: "Gosod mewn trefn eto", // U: for a translator
    again: "Agor rownd arall",
    close: "Cau'r rownd a chyhoeddi'r canlyniad",
    closeSure: "Cau a chyhoeddi nawr",
    closeHint: "Caiff y canlyniad ei gyfrifo unwaith a byth wedyn, ddim hyd yn oed ar gyfer pleidlais hwyr. Mae'n cadw'r geiriad a osododd pobl mewn trefn; gellir aileirio'r rhestrau eu hunain wedyn.", // U: for a translator
    fewCast: "Mae llai na {{minimum}} pleidlais i mewn. Os byddwch yn cau'r gosod mewn trefn fel hyn, ni ddywedir canlyniad wrth neb, dim hyd yn oed wrthych chi: gyda chyn lleied, gallai ddangos sut y gosododd rhywun bethau mewn trefn. Arhoswch am ragor o bleidleisiau.", // U: for a translator
    state: { none: "Dim rownd eto.", open: "Mae'r rownd ar agor.", closed: "Mae'r rownd wedi cau a'r canlyniad wedi'i gyhoeddi. Mae'r canlyniad yn cadw'r geiriad a osododd pobl mewn trefn. Gellir aileirio'r rhestrau eto mewn cam drafftio; gosodwch mewn trefn unwaith eto wedyn." }, // U: for a translator
  },
  projector: {
    languages: "Ieithoedd y sgrin hon",
    in: { en: "English", cy: "Cymraeg", both: "Y ddwy" },
    join: "Ymunwch yn",
    code: "Cod",
    doorClosed: "Mae'r drws ar gau",
    more_zero: "a dim mwy",
    more_one: "ac {{count}} arall",
    more_two: "a {{count}} arall",
    more_few: "a {{count}} arall",
    more_many: "a {{count}} arall",
    more_other: "a {{count}} arall",
    waiting: "Croeso. Byddwn yn dechrau cyn bo hir.",
    empty: "Dim byd yma eto.",
    inTurn: { hold: "Cadw hwn i fyny", goOn: "Dangos y cyfan yn ei dro eto" }, // U: for a translator
  },
} as const;
