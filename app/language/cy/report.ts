// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const report = {
  title: "Adroddiad",
  of: "Adroddiad ar sesiwn o “{{title}}”",
  heldOn: "Cynhaliwyd ar {{day}}",
  heldBetween: "Cynhaliwyd o {{from}} i {{to}}",
  in: "Lle: {{place}}",
  contents: "Yn yr adroddiad hwn",
  asked: "Beth a ofynnwyd gennym, a pham",
  question: "Y cwestiwn",
  purpose: "Y diben",
  stages: "Camau'r sesiwn",
  minutes_zero: "{{count}} munud yn ôl y cynllun",
  minutes_one: "{{count}} funud yn ôl y cynllun",
  minutes_two: "{{count}} funud yn ôl y cynllun",
  minutes_few: "{{count}} munud yn ôl y cynllun",
  minutes_many: "{{count}} munud yn ôl y cynllun",
  minutes_other: "{{count}} munud yn ôl y cynllun",
  notHeld: "ni chynhaliwyd",
  beside: "Ochr yn ochr â'r camau hyn",
  short: {
    title: "Yn fyr",
    ranked: "Yr hyn a roddodd y grŵp yn gyntaf:",
    written: "Y blaenoriaethau a ysgrifennodd y grŵp. Ni chawsant eu gosod mewn trefn:", // U: for a translator
    none: "Daeth y sesiwn i ben heb flaenoriaethau. Mae hynny'n ddiwedd dilys: mae'r hyn a ddarllenodd, a nododd ac a ddywedodd pobl isod.",
    recommendation: "Argymhelliad yn unig: ni chafwyd y cymysgedd o bobl a bennwyd ymlaen llaw. Gweler “Y canlyniad”.",
  },
  people: {
    title: "Pwy gymerodd ran",
    caption: "Y bobl a gymerodd ran, yn ôl y safbwynt a roddwyd ganddynt hwy eu hunain",
    perspective: "Safbwynt",
    number: "Pobl",
    total: "Gyda'i gilydd",
    together: "{{groups}}, wedi'u cyfrif gyda'i gilydd",
    why: "Mae safbwyntiau â llai na {{minimum}} o bobl yn cael eu cyfrif gydag eraill, fel na chaiff neb ei amlygu. Ni chaiff hwyluswyr eu cyfrif.",
    tooFew: "Cymerodd llai na {{minimum}} o bobl ran. Fel na chaiff neb ei amlygu, ni roddir niferoedd.",
    mix: "Pennwyd ymlaen llaw: er mwyn i ganlyniad gyfrif fel cytundeb rhaid bod o leiaf",
    mixLine: "{{group}}: {{count}}",
    names: "Nid oes neb yn cael ei enwi yn yr adroddiad hwn. Yr un person yw “Gofalwr di-dâl 2” ble bynnag y mae hynny'n ymddangos. Dywedir “Cyfranogwr” am bobl y mae eu safbwynt yn cael ei gyfrif gydag eraill.",
  },
  alias: {
    carer: "Gofalwr di-dâl {{number}}",
    drawsOnCare: "Unigolyn sy'n defnyddio gofal a chymorth {{number}}", // U: for a translator
    practitioner: "Ymarferydd {{number}}",
    manager: "Rheolwr {{number}}",
    researcher: "Ymchwilydd {{number}}",
    other: "Safbwynt arall {{number}}",
    unsaid: "Safbwynt heb ei nodi {{number}}",
    together: "Cyfranogwr {{number}}",
    facilitator: "Hwylusydd {{number}}",
    unknown: "Ni wyddys pwy",
  },
  evidence: {
    title: "Y dystiolaeth",
    lead: "Mae pedwar math o dystiolaeth, ac nid oes yr un yn uwch na'r llall.",
    none: "Ni ddarllenwyd tystiolaeth yn y sesiwn hon.",
    missing: "Nid oedd tystiolaeth o'r math hwn: {{kinds}}.",
    allKinds: "Roedd tystiolaeth o bob un o'r pedwar math.",
    kindLabel: "Math",
    kind: {
      livedExperience: "Profiad bywyd", // U: for a translator
      practitioner: "Gwybodaeth ymarferwyr",
      organisational: "Gwybodaeth sefydliadol",
      research: "Ymchwil",
    },
    perspective: "Safbwynt pwy",
    source: "Ffynhonnell",
    date: "Dyddiad",
    place: "Lle",
    language: "Iaith",
    version: "Fersiwn a ddarllenwyd",
    limitations: "Yr hyn nad yw'n ei ddweud wrthym",
    notKnown: "Ddim yn hysbys",
    notes: "Nodiadau a wnaed arni",
    replies: "Atebion i'r nodiadau hynny",
    words: "Geiriau ynddi y mae rhywbeth yn seiliedig arnynt",
    under: "O dan “{{heading}}”",
    back: "yn ôl at:",
    unused: "Nid oes egwyddor na blaenoriaeth yn seiliedig arni.",
  },
  principles: {
    title: "Egwyddorion",
    none: "Ni ysgrifennwyd egwyddorion.",
    priorities: "Blaenoriaethau sy'n seiliedig arni:",
    noPriorities: "Nid oes blaenoriaeth yn seiliedig arni.",
  },
  priorities: {
    title: "Blaenoriaethau",
    lead: "Pob un gyda'r geiriau y tu ôl iddi: o flaenoriaeth at ei hegwyddorion, oddi yno at y dyfyniadau, ac o ddyfyniad at y geiriau yn y ffynhonnell. Mae pob cam yn arwain yn ôl hefyd.",
    none: "Ni ysgrifennwyd blaenoriaethau.",
    place: "Safle {{place}}",
    in: "ymhlith y {{count}} cyntaf",
    tied: "yn gyfartal ar ymyl y {{count}} cyntaf",
    out: "heb fod ymhlith y {{count}} cyntaf",
    notRanked: "Heb ei gosod mewn trefn", // U: for a translator
    rests: "Yn seiliedig ar yr egwyddorion hyn:",
    reworded: "Y geiriad uchod a osododd pobl mewn trefn. Wedyn daeth yn:", // U: for a translator
    removed: "Fe'i tynnwyd oddi ar y rhestr ar ôl ei gosod mewn trefn.", // U: for a translator
  },
  outcome: {
    title: "Y canlyniad",
    none: "Ni chafodd y blaenoriaethau eu gosod mewn trefn yn y sesiwn hon. Maent yn y drefn y gadawodd y grŵp nhw.", // U: for a translator
    nothing: "Nid oedd dim i'w osod mewn trefn.", // U: for a translator
    round: "Canlyniad cynharach: rhif {{number}}, {{day}}",
  },
  /** What each stage left behind. */
  rules: { none: "Nid ysgrifennodd y grŵp unrhyw reolau sylfaenol.", agreed: "Cytunodd y grŵp ar y rheolau hyn.", notAgreed: "Ysgrifennwyd y rheolau hyn. Ni ddywedodd y grŵp ei fod yn cytuno arnynt." }, // U: for a translator
  concepts: { none: "Ni chasglwyd unrhyw syniadau." },
  questions: { none: "Nid ysgrifennwyd unrhyw gwestiynau.", together: "Wedi'u rhoi gyda'i gilydd gan y grŵp", isChosen: "Dewiswyd hwn.", drawnFrom: "Yn deillio o" }, // U: for a translator
  choosing: {
    none: "Ni ddewiswyd cwestiwn.",
    vote: "Dewisodd y grŵp ef drwy bleidlais gudd. Ni ddywedir faint a ddewisodd beth.",
    facilitator: "Yr hwylusydd a'i dewisodd, gan ddweud hynny.",
    tied: "Daeth y rhain yn gyfartal mewn pleidlais gudd.",
    tooFew: "Cynhaliwyd pleidlais gudd. Daeth rhy ychydig o bleidleisiau i mewn i ddweud y canlyniad heb ddatgelu dewis neb.",
    inOrder: "Pob tro y bu dewis, yn ei drefn:",
    noneAtEnd: "Ar y diwedd nid oedd unrhyw gwestiwn wedi'i ddewis.",
    gone: "Cwestiwn a dynnwyd yn ôl ers hynny.",
    parked: "Mae'r cwestiynau eraill yn cael eu cadw at rywbryd eto.",
  }, // U: for a translator
  talk: { here: "Beth a ddywedwyd yma", atNone: "Dywedwyd mewn cam a dynnwyd allan wedyn", none: "Ni ysgrifennwyd dim yma. Nid yw'r hyn a ddywedwyd ar lafar yn unig yn cael ei gadw.", answers: "Yn ateb", scribed: "Ysgrifennwyd gan gofnodydd; heb ei wirio gyda'r person.", scribedChecked: "Ysgrifennwyd gan gofnodydd a'i wirio gyda'r person." }, // U: for a translator
  review: {
    none: "Nid ysgrifennwyd dim am sut y siaradodd y grŵp.",
    caring: "Gofalgar: a wnaethon ni wrando a pharchu ein gilydd?",
    collaborative: "Cydweithredol: a wnaethon ni feddwl gyda'n gilydd?",
    critical: "Beirniadol: a wnaethon ni ofyn am resymau?",
    creative: "Creadigol: a ddaethon ni o hyd i syniadau a chysylltiadau newydd?",
    rules: "Ein rheolau ein hunain",
    next: "Y tro nesaf",
  }, // U: for a translator
  barriers: {
    title: "Beth sy'n rhwystro",
    none: "Ni nodwyd dim.",
    practice: "Yn y ffordd rydym yn gweithio gyda phobl",
    system: "Yn y ffordd y caiff gwasanaethau eu rhedeg a'u hariannu",
    culture: "Yn y ffordd y mae pethau'n cael eu gwneud a'u hystyried yma",
  }, // U: for a translator
  ref: { priority: "Blaenoriaeth {{label}}", principle: "Egwyddor {{label}}", passage: "Darn {{label}}" },
  quotes: "Y geiriau y tu ôl iddi",
  quote: {
    lost: "Ni chafwyd hyd i'r geiriau hyn yn nhystiolaeth y sesiwn hon.",
    noteGone: "Tynnwyd yn ôl y nodyn y daeth ohono.",
    because: "oherwydd",
  },
  way: { builds: "yn adeiladu ar hyn", asks: "yn gofyn", challenges: "yn herio hyn", another: "yn dweud ffordd arall" },
  kinds: "Mathau o dystiolaeth y tu ôl iddi: {{kinds}}",
  gap: { noQuote: "Dim dyfyniad y tu ôl i hyn", noLivedExperience: "Dim profiad bywyd y tu ôl i hyn" }, // U: for a translator
  /** Behind words that are not in the language of the page. */
  said: { en: "yn Saesneg", cy: "yn Gymraeg" },
  /** After closing; `sign` stands where words were. */
  withdrawn: "Tynnwyd geiriau allan o'r cofnod hwn ar ôl i'r sesiwn gau, am fod rhywun wedi'u tynnu'n ôl: {{days}}. Lle'r oeddent yn yr hyn a osododd pobl mewn trefn, gwelwch {{sign}}. Mae'r canlyniadau fel y'u cyhoeddwyd.", // U: for a translator
  words: {
    title: "Beth sy'n digwydd i'ch geiriau",
    kept: "Gwnaed yr adroddiad hwn yn ôl rheol o'r hyn a gadwyd pan gaeodd y sesiwn. Ni ysgrifennodd neb ef na gadael dim allan. Nid yw'n newid ond pan fydd rhywun yn cael tynnu eu geiriau allan, ac yna mae'n dweud hynny ar y brig.", // U: for a translator
    names: "Nid oes enwau ynddo. Dangosir pobl yn ôl safbwynt, ac ni ddangosir safbwynt ychydig o bobl ar wahân.",
    ballots: "Dinistriwyd y pleidleisiau pan gaeodd pob rownd. Dim ond y canlyniad a gedwir.",
    language: "Mae geiriau'n aros yn yr iaith y'u dywedwyd ynddi.",
    withdraw: "Os hoffech i rywbeth o'ch eiddo gael ei dynnu allan, dywedwch wrth yr hwylusydd: gellir ei ddileu am byth, yma hefyd. Ni ellir galw yn ôl gopïau y mae pobl wedi'u hargraffu neu eu cadw.", // U: for a translator
    more: "Rhagor am eich geiriau a'ch preifatrwydd",
  },
  share: {
    title: "Rhannu'r adroddiad hwn",
    body: "Gall unrhyw un sydd â'r ddolen hon ddarllen yr adroddiad heb fewngofnodi. Nid yw'n enwi neb.",
    lost: "Ni ellir dangos y ddolen, am nad yw cyfrinach y gweinydd hwn yr un â phan gaeodd y sesiwn. Mae dolenni a roddwyd cyn hynny yn gweithio o hyd.",
    record: "Darllen yr holl dystiolaeth, y nodiadau a'r geiriad",
  },
  record: {
    title: "Y cofnod dan sêl",
    lead: "Popeth a gadwyd pan gaeodd y sesiwn: y dystiolaeth gyda'i holl nodiadau, a'r rhestrau gyda hanes eu geiriad. Gellir ei ddarllen ond nid ei newid. Dim ond tynnu geiriau'n ôl sy'n bosibl.", // U: for a translator
    toReport: "Darllen yr adroddiad",
    notes: "Nodiadau ar y testun hwn",
    noNotes: "Ni wnaeth neb nodyn ar y testun hwn.",
    toWords: "At y geiriau hyn yn y testun",
    none: "Nid ysgrifennwyd dim yma.",
    removed: "Wedi'i dynnu oddi ar y rhestr",
    history: "Sut y daeth y geiriad i fod",
    wiped: "Tynnwyd yr holl eiriau allan.",
    noteGone: "Dywedwyd am nodyn a dynnwyd yn ôl:", // U: for a translator
  },
  close: {
    title: "Cau'r sesiwn hon",
    lead: "Mae cau am byth. Ni ellir ailagor sesiwn sydd wedi'i chau.",
    what: "Pan fyddwch yn ei chau:",
    sealed: "caiff nodiadau, egwyddorion a blaenoriaethau eu selio. Ni chymerir i mewn yr hyn y mae rhywun yn dal i'w deipio; mae'n aros ar eu dyfais, a dywedir hynny wrthynt",
    door: "mae'r drws yn cau, ac nid yw'r cod yn agor dim mwyach",
    report: "caiff yr adroddiad ei wneud o'r hyn a gadwyd, ar gyfer y tîm ac ar gyfer pawb sydd â'i ddolen",
    rights: "gall pawb yn y sesiwn ddarllen y cyfan o hyd",
    act: "Cau'r sesiwn am byth",
    back: "Yn ôl i'r ddesg",
    notOpened: "Nid yw'r sesiwn hon wedi'i hagor eto, felly nid oes dim i'w gau",
    roundOpen: "Mae rownd ar agor o hyd. Caewch y rownd yn gyntaf, yna caewch y sesiwn",
  },
} as const;
