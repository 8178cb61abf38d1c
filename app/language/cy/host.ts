export const host = {
  start: {
    title: "Ymholi gyda'n gilydd, cytuno ar yr hyn sy'n bwysig",
    lead: "Mae Ymholi yn fan lle mae gofalwyr di-dâl, pobl sy'n defnyddio gofal a chymorth, ymarferwyr, rheolwyr ac ymchwilwyr yn darllen tystiolaeth gyda'i gilydd, yn ei thrafod, ac yn cytuno ar yr hyn a ddylai ddod gyntaf.", // U: for a translator
    join: "Ymuno â sesiwn",
    joinHint: "Bydd angen y cod gan y person sy'n cynnal y sesiwn. Dim cyfrif, dim e-bost.",
    facilitators: "Ydych chi'n cynnal sesiynau?",
    signIn: "Mewngofnodi",
    enquiries: "Mynd i'ch ymholiadau",
    how: "Beth sy'n digwydd mewn sesiwn",
    steps: {
      read: "Rydych yn darllen pedwar math o dystiolaeth, heb un yn uwch na'r llall, ac yn nodi'r hyn sy'n eich taro.",
      draft: "Rydych yn ysgrifennu egwyddorion a blaenoriaethau gyda'ch gilydd. Gall pawb ysgrifennu ar yr un pryd.",
      choose: "Mae pob un ohonoch yn gosod y blaenoriaethau yn eu trefn, yn breifat. Mae pob grŵp yn pwyso'r un faint, waeth beth yw ei faint.", // U: for a translator
      trace: "Wedyn gall unrhyw un gerdded yn ôl o flaenoriaeth at y geiriau a arweiniodd ati.",
    },
  },
  bar: { label: "Eich cyfrif", enquiries: "Eich ymholiadau", account: "Cyfrif", signOut: "Allgofnodi", signedInAs: "Wedi mewngofnodi fel {{name}}" },
  email: { label: "E-bost", missing: "Ysgrifennwch eich e-bost", wrong: "Ysgrifennwch e-bost fel enw@enghraifft.cymru" },
  name: { label: "Eich enw", hint: "Fel y mae'r grwpiau rydych yn gweithio gyda nhw yn eich adnabod.", missing: "Ysgrifennwch eich enw" },
  passphrase: {
    label: "Cyfrinymadrodd", // U: for a translator
    newLabel: "Cyfrinymadrodd newydd", // U: for a translator
    nowLabel: "Y cyfrinymadrodd sydd gennych nawr", // U: for a translator
    againLabel: "Yr un cyfrinymadrodd eto", // U: for a translator
    hint: "O leiaf 12 nod. Mae pedwar neu bum gair na fyddai neb ond chi yn eu rhoi at ei gilydd yn hawdd eu cofio ac yn anodd eu dyfalu.",
    missing: "Ysgrifennwch gyfrinymadrodd", // U: for a translator
    againMissing: "Ysgrifennwch yr un cyfrinymadrodd eto", // U: for a translator
    short: "Defnyddiwch o leiaf 12 nod",
    different: "Nid yw'r ddau gyfrinymadrodd yr un fath. Ysgrifennwch y ddau eto", // U: for a translator
    wrongNow: "Nid dyma'r cyfrinymadrodd sydd gennych nawr", // U: for a translator
  },
  signIn: {
    title: "Mewngofnodi",
    lead: "I bobl sy'n cynnal sesiynau. Nid oes angen cyfrif arnoch i gymryd rhan mewn sesiwn.",
    button: "Mewngofnodi",
    wrong: "Nid yw'r e-bost neu'r cyfrinymadrodd yn gywir. Rhowch gynnig arall arni", // U: for a translator
    tooMany: "Bu gormod o gynigion anghywir. Arhoswch funud, yna rhowch gynnig arall arni",
    joinInstead: "Ymuno â sesiwn yn lle hynny",
  },
  link: {
    title: "Mewngofnodi gyda'r ddolen hon",
    body: "Mae'r ddolen yn gweithio unwaith. Pwyswch y botwm i fewngofnodi ar y ddyfais hon.",
    button: "Mewngofnodi",
    gone: "Mae'r ddolen hon wedi'i defnyddio neu'n rhy hen. Gofynnwch am un newydd, neu mewngofnodwch gyda'ch cyfrinymadrodd.", // U: for a translator
  },
  invitation: {
    title: "Creu eich cyfrif",
    lead: "Rydych wedi cael gwahoddiad i gynnal ymholiadau gydag Ymholi. Mae'r ddolen yn gweithio unwaith.",
    button: "Creu fy nghyfrif",
    emailTaken: "Mae cyfrif gyda'r e-bost hwn eisoes. Mewngofnodwch, neu defnyddiwch e-bost arall",
  },
  account: {
    title: "Eich cyfrif",
    changeTitle: "Newid eich cyfrinymadrodd", // U: for a translator
    changeBody: "Bydd porwyr eraill lle rydych wedi mewngofnodi yn cael eu hallgofnodi.",
    changeButton: "Newid y cyfrinymadrodd", // U: for a translator
    changed: "Mae eich cyfrinymadrodd wedi'i newid. Mae porwyr eraill wedi'u hallgofnodi.", // U: for a translator
    inviteTitle: "Gwahodd hwylusydd arall",
    inviteBody: "Cewch ddolen sy'n creu un cyfrif. Mae'n gweithio unwaith, ac am 7 diwrnod. Anfonwch hi at un person, ym mha ffordd bynnag rydych yn ymddiried ynddi.",
    inviteButton: "Creu dolen",
    inviteMade: "Dyma'r ddolen. Dim ond nawr y caiff ei dangos: copïwch hi cyn gadael y dudalen hon.",
    inviteLabel: "Dolen ar gyfer un hwylusydd newydd",
  },
  about: {
    title: "Am Ymholi",
    lead: "Mae Ymholi yn helpu grwpiau cymysg i ystyried cwestiwn am ofal, a phawb yn gyfartal.",
    whyTitle: "Pam y mae'n bod",
    why: "Mae'r hyn y mae pobl yn ei wybod o fyw gyda gofal, o'i roi, o'i redeg ac o'i astudio i gyd yn wybodaeth. Mae penderfyniadau'n well pan fyddant yn cwrdd mewn un ystafell, ac yn decach pan all pawb weld wedyn beth a ddaeth o'r hyn a ddywedwyd ganddynt.",
    howTitle: "Sut y mae'n gweithio",
    how: "Ystyrir un cwestiwn, sef ymholiad, dros un sesiwn neu fwy. Mae pobl yn darllen tystiolaeth gyda'i gilydd ac yn ei hanodi, yn ysgrifennu egwyddorion a blaenoriaethau, ac yn eu gosod mewn trefn yn breifat. Mae pob grŵp yn cyfrif yr un faint. Mae'r rhai sy'n anghytuno yn cael eu clywed, a chyhoeddir yr hyn a ddywedant wrth ochr y canlyniad.", // U: for a translator
    notTitle: "Yr hyn nad yw'n ei wneud",
    not: "Nid yw'n rhoi sgôr i neb, nac yn dyfalu am neb, nac yn gadael i beiriant benderfynu beth roedd pobl yn ei olygu. Nid yw'n anfon dim at gwmnïau eraill.",
    openTitle: "Agored i bawb",
    open: "Meddalwedd rydd yw Ymholi (AGPL 3.0). Gall unrhyw gyngor, bwrdd iechyd neu elusen ei rhedeg ar beiriant bach ei hun, darllen sut y'i gwnaed a'i newid.",
  },
  privacy: {
    title: "Eich geiriau a'ch preifatrwydd",
    lead: "Yr hyn a gedwir pan fyddwch yn cymryd rhan, pwy sy'n ei weld, a beth y gallwch ei wneud yn ei gylch.",
    whoTitle: "Pwy sy'n atebol amdano",
    who: "Y sefydliad sy'n rhedeg yr Ymholi hwn sy'n penderfynu at ba ddiben y'i defnyddir ac am ba hyd y cedwir pethau. Gall y person sy'n cynnal eich sesiwn ddweud wrthych pwy ydyw a sut i gysylltu.",
    keptTitle: "Yr hyn a gedwir",
    kept: {
      join: "Yr enw neu'r ffugenw a rowch, y safbwynt a ddewiswch (cewch ei gadw i chi'ch hun), eich iaith, a'r ffaith eich bod wedi cytuno i gymryd rhan.",
      words: "Yr hyn a ysgrifennwch: nodiadau, atebion, a'ch rhan chi mewn egwyddorion a blaenoriaethau, gydag amser pob newid.",
      facilitators: "Am bobl sy'n cynnal sesiynau: enw, e-bost, a'r cyfrinymadrodd ar ffurf na ellir ei darllen.", // U: for a translator
      not: "Dim e-bost, rhif ffôn na lleoliad pobl sy'n cymryd rhan. Dim tracio. Nid oes dim yn mynd at gwmnïau eraill.",
    },
    seenTitle: "Pwy sy'n ei weld",
    seen: {
      room: "Mae pobl yn eich sesiwn yn gweld yr hyn a ysgrifennwch cyn gynted ag y caiff ei gadw, gyda'r enw a'r safbwynt a roesoch.",
      report: "Mae'r adroddiad yn dangos safbwyntiau, nid enwau. Gall unrhyw un sydd â'r ddolen ei ddarllen. Os yw grŵp yn fach iawn, ni ddangosir ei atebion ar wahân.",
      vote: "Nid oes neb yn gweld sut y gosodoch y blaenoriaethau yn eu trefn, na'r rhai sy'n cynnal y sesiwn na'r grŵp. Caiff yr atebion unigol eu dinistrio ar ôl gorffen cyfrif.", // U: for a translator
      alias: "Gall geiriau ddatgelu pwy yw rhywun hyd yn oed heb enw. Defnyddiwch ffugenw os mynnwch, a pheidiwch ag enwi'r bobl rydych yn gofalu amdanynt.",
    },
    limitsTitle: "Pan na all rhywbeth aros rhyngom ni",
    limits: "Os yw'r hyn a ddywedwch yn gwneud i ni feddwl y gallai rhywun fod mewn perygl o niwed, rhaid i'r person sy'n cynnal y sesiwn ddweud wrth rywun a all helpu. Byddant yn dweud wrthych chi yn gyntaf os yw hynny'n ddiogel.",
    changeTitle: "Os byddwch yn newid eich meddwl",
    change: {
      during: "Tra bo sesiwn ar agor gallwch newid yr hyn a ysgrifennoch neu ei dynnu'n ôl. Mae'n gadael sgrin pawb ar unwaith. Mae hanes y newidiadau yn dal i'w gadw nes i'r sefydliad ei ddileu.",
      after: "Pan fydd sesiwn wedi cau caiff ei chofnod ei selio. I gael tynnu eich geiriau allan wedyn, gofynnwch i'r person a gynhaliodd y sesiwn neu i'r sefydliad.",
      erased: "Gallwch ofyn unrhyw bryd am ddileu am byth y cyfan a ysgrifennoch, neu ran ohono. Gofynnwch i'r person sy'n cynnal y sesiwn: mae ganddynt dudalen ar gyfer hyn, nid oes angen rheswm gennych, a gallant ddweud wrthych wedyn na chafwyd hyd i ddim ohono mwyach.", // U: for a translator
      gone: "Ni allwn alw'n ôl yr hyn sydd wedi gadael y lle hwn: tudalennau a argraffwyd, adroddiadau a lawrlwythwyd, yr hyn y mae pobl yn ei gofio.",
      backups: "Mae copïau a wnaed er diogelwch (copïau wrth gefn) yn dal i gadw eich geiriau nes i'r copïau hynny gael eu dileu. Gall y sefydliad ddweud wrthych pryd y bydd hynny.",
    },
    deviceTitle: "Ar eich dyfais",
    device: "Rydym yn cadw tri chwci bach ar y mwyaf: eich iaith, eich sedd mewn sesiwn, a'ch mewngofnodi os ydych yn cynnal sesiynau. Mae geiriau na ellid eu hanfon eto yn aros yn eich porwr nes eu cadw yma. Ar ddyfais a rennir, dewiswch “Gadael” pan fyddwch wedi gorffen.",
  },
  accessibility: {
    title: "Hygyrchedd",
    lead: "Dylai pawb yn y grŵp allu cymryd rhan lawn. Dyma'r hyn a wnawn dros hynny, a'r hyn nad yw'n iawn eto.",
    canTitle: "Yr hyn y gallwch ei wneud",
    can: {
      keyboard: "Gwneud popeth gyda bysellfwrdd yn unig, gydag un bys, neu gyda darllenydd sgrin. Nid oes angen llusgo dim.",
      zoom: "Chwyddo'r dudalen hyd at 400 % heb sgrolio i'r ochr.",
      language: "Newid rhwng Cymraeg a Saesneg ar bob tudalen. Mae'r hyn a deipioch yn aros.",
      time: "Cymryd eich amser. Nid yw clociau byth yn torri ar draws neb.",
      script: "Ymuno, darllen, gosod blaenoriaethau mewn trefn a darllen yr adroddiad gyda JavaScript wedi'i ddiffodd.", // U: for a translator
    },
    standardTitle: "Y safon rydym yn gweithio iddi",
    standard: "Canllawiau Hygyrchedd Cynnwys y We 2.2, lefel AA. Rydym yn gwirio pob tudalen â pheiriant ac â bysellfwrdd. Nid oes neb o'r tu allan wedi'i phrofi eto, felly nid ydym yn honni ein bod yn cydymffurfio'n llawn.",
    knownTitle: "Yr hyn y gwyddom nad yw'n iawn eto",
    known: {
      welsh: "Nid yw cyfieithydd cymwys wedi gwirio'r holl Gymraeg eto.",
      live: "Gall fod yn anodd dilyn gyda darllenydd sgrin wrth ysgrifennu yn yr un testun ar yr un pryd ag eraill. Ni ddarllenir yr hyn y mae eraill yn ei ysgrifennu fesul llythyren; byddwch yn clywed beth sydd wedi newid pan ddewch ato.",
      evidence: "Gall tystiolaeth y mae pobl yn ei chyflwyno fod yn anodd ei darllen. Gofynnwch i'r person sy'n cynnal y sesiwn am fersiwn symlach neu am gael ei darllen yn uchel.",
    },
    tellTitle: "Dywedwch wrthym",
    tell: "Os oes rhywbeth yn eich rhwystro, dywedwch wrth y person sy'n cynnal y sesiwn neu'r sefydliad sy'n rhedeg yr Ymholi hwn. Gallant ddod o hyd i ffordd arall i chi ar unwaith, a rhoi gwybod fel y caiff ei drwsio.",
  },
} as const;
