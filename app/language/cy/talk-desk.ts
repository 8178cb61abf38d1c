// Every word here needs a translator's check before release; those marked U are specialist or coined.
export const talkDesk = {
  floor: {
    title: "Pwy sy'n siarad",
    nextName: "Galw {{name}}",
    spoken: "Mae {{name}} wedi siarad",
    takeBack: "Dadwneud y galw: mae {{name}} yn aros eto", // U: for a translator
    none: "Does neb â llaw i fyny.",
    waiting: "Yn aros, yn y drefn hon:",
    call: "Galw",
    order: "Llaw pwy sy'n dod gyntaf?",
    setOrder: "Gosod y drefn",
    orders: {
      asOf: "Yn y drefn y codwyd dwylo",
      unheard: "Y rhai sydd heb siarad ar lafar eto", // U: for a translator
      carer: "Gofalwyr di-dâl",
      drawsOnCare: "Pobl sy'n defnyddio gofal a chymorth", // U: for a translator
      practitioner: "Ymarferwyr",
      manager: "Rheolwyr a chomisiynwyr",
      researcher: "Ymchwilwyr",
      other: "Safbwyntiau eraill",
    },
  },
  around: {
    title: "Mynd o amgylch y cylch", // U: for a translator
    start: "Dechrau mynd o amgylch y cylch",
    hint: "Caiff pawb gynnig siarad. Caiff unrhyw un basio.",
    hintFirst: "Y rhai a luniodd y cwestiwn sy'n dechrau; yna caiff pawb gynnig siarad. Caiff unrhyw un basio.",
    hintLast: "Gwahoddir y rhai nas clywyd eto yn gyntaf. Caiff unrhyw un basio.",
    now: "Tro {{name}} yw hi.",
    then: "Wedyn: {{names}}",
    spoken: "Diolch, nesaf",
    passed: "Mae {{name}} yn pasio",
    later: "Dod yn ôl at {{name}} wedyn",
    stop: "Rhoi'r gorau i fynd o amgylch y cylch",
    goOn_zero: "Ymlaen â mynd o amgylch y cylch: neb i ddod",
    goOn_one: "Ymlaen â mynd o amgylch y cylch: {{count}} tro i ddod", // U: for a translator
    goOn_two: "Ymlaen â mynd o amgylch y cylch: {{count}} dro i ddod",
    goOn_few: "Ymlaen â mynd o amgylch y cylch: {{count}} thro i ddod",
    goOn_many: "Ymlaen â mynd o amgylch y cylch: {{count}} thro i ddod",
    goOn_other: "Ymlaen â mynd o amgylch y cylch: {{count}} tro i ddod",
    anew: "Dechrau eto o'r dechrau",
    anewHint: "Caiff pawb gynnig siarad eto, hyd yn oed y rhai sydd wedi cael eu tro.",
    anewSure: "Dechrau eto nawr",
  },
  lastTurn: { round: "Dadwneud: tro {{name}} eto", queue: "Dadwneud: mae {{name}} yn dal i siarad" }, // U: for a translator
  moves: {
    title: "Cwestiwn i'r ystafell",
    hint: "Mae un tap yn ei roi ar bob sgrin, nes i chi ei dynnu i lawr neu ddewis un arall.",
    up: "Ar bob sgrin nawr:",
    clear: "Ei dynnu i lawr",
  },
  signals: { none: "Nid yw'r ystafell yn gofyn am ddim.", clear: "Wedi'i ateb: tynnu “{{signal}}” i lawr", clearHint: "Mae'n mynd oddi ar bob sgrin, pwy bynnag a'i tapiodd. Caiff unrhyw un ei dapio eto.", clearSure: "Tynnu “{{signal}}” i lawr nawr" },
  balance: {
    title: "Pwy a glywyd",
    alone: "Dim ond chi sy'n gweld hyn. Mae'n cyfrif yr hyn a ddywedwyd ac a ysgrifennwyd, byth gan bwy.",
    early: "Mae'n rhy gynnar i ddweud. Ni ddywedir dim cyn i'r sgwrs fynd yn ei blaen.",
    even: "Mae rhan pawb yn y sgwrs yn ddigon agos at eu rhan yn yr ystafell.",
    silent: "Nid ydym wedi clywed gan {{group}} eto.",
    little: "Ychydig rydym wedi'i glywed gan {{group}}.",
    often: "{{Group}} sydd wedi siarad yn aml.", // U: for a translator
    missing: "Gwybodaeth pwy sydd ddim yn yr ystafell?",
    absent: "Mae llai o {{group}} yma nag y dywedoch fod eu hangen ar gyfer penderfyniad.",
    unread: "Does dim o'r math hwn ar y bwrdd: {{kind}}.",
    complete: "Mae pawb y mae eu hangen ar gyfer penderfyniad yma, a'r pedwar math o dystiolaeth ar y bwrdd.",
  },
  group: {
    carer: "ofalwyr di-dâl",
    drawsOnCare: "bobl sy'n defnyddio gofal a chymorth", // U: for a translator
    practitioner: "ymarferwyr",
    manager: "reolwyr",
    researcher: "ymchwilwyr",
    other: "bobl o safbwyntiau eraill",
  },
  groupFirst: {
    carer: "Gofalwyr di-dâl",
    drawsOnCare: "Pobl sy'n defnyddio gofal a chymorth", // U: for a translator
    practitioner: "Ymarferwyr",
    manager: "Rheolwyr",
    researcher: "Ymchwilwyr",
    other: "Pobl o safbwyntiau eraill",
  },
  people: {
    title: "Heb ddyfais, a chofnodwyr", // U: for a translator
    hint: "Mae pobl heb ddyfais yn cael eu cyfrif, yn aros eu tro, yn mynd o amgylch y cylch ac yn pleidleisio fel pawb. Rhowch sedd iddynt yma neu gadewch i gofnodydd wneud hynny.", // U: for a translator
    seat: "Rhoi sedd i rywun heb ddyfais",
    none: "Mae gan bawb yma eu dyfais eu hunain.",
    without: "Heb ddyfais: {{names}}",
    scribes: "Cofnodwyr", // U: for a translator
    scribesHint: "Mae cofnodydd yn ysgrifennu ar ran eraill, yn darllen yn ôl, ac yn cael codi llaw ar ran pobl heb ddyfais.", // U: for a translator
    noScribes: "Nid oes neb yn gofnodydd. Cewch chi bob amser ysgrifennu ar ran eraill.", // U: for a translator
    who: "Pwy sy'n ysgrifennu ar ran eraill?",
    makeButton: "Eu gwneud yn gofnodydd", // U: for a translator
    end: "Nid yw {{name}} yn ysgrifennu ar ran eraill mwyach",
  },
} as const;
