export const live = {
  keeping: {
    label: "Eich geiriau:",
    kept: "wedi'u cadw",
    waiting_zero: "yn aros i'w cadw ({{count}})",
    waiting_one: "yn aros i'w cadw ({{count}})",
    waiting_two: "yn aros i'w cadw ({{count}})",
    waiting_few: "yn aros i'w cadw ({{count}})",
    waiting_many: "yn aros i'w cadw ({{count}})",
    waiting_other: "yn aros i'w cadw ({{count}})",
    device: "ar y ddyfais hon yn unig nes daw'r cysylltiad yn ôl",
  },
  connection: {
    lost: "Mae'r cysylltiad wedi'i golli. Gallwch ddal ati; mae eich geiriau'n ddiogel ar y ddyfais hon a chânt eu hanfon pan ddaw yn ôl.",
    storeAway: "Nid yw Ymholi yn gallu cyrraedd ei storfa ar hyn o bryd, felly ni ellir cadw dim byd newydd. Gallwch ddal ati: mae'r hyn a gadwyd yn ddiogel, mae'r hyn rydych yn ei ysgrifennu yn aros ar y dudalen hon, a rhoddir cynnig arall arni'n awtomatig.", // U: for a translator
  },
  noRoom: "Does dim mwy o le yn y rhan hon: mae'n dal cymaint ag y gall. Ni ychwanegwyd dim, ac nid oes dim wedi'i golli: mae'r hyn a ysgrifennoch yma o hyd, i chi ei gopïo. Rhowch wybod i'r hwylusydd, os gwelwch yn dda.", // U: for a translator
  returned: {
    title: "Nid oedd modd ychwanegu rhai o'ch geiriau",
    lost: "Does dim wedi'i golli. Bu'n rhaid i'r dudalen hon ddechrau o'r newydd; dyma eich geiriau, er mwyn i chi eu hychwanegu eto:",
    mayNotWrite: "Nid yw'r rhan hon ar agor i ysgrifennu ynddi nawr. Does dim wedi'i golli; dyma eich geiriau, i chi eu cadw neu eu hychwanegu wedyn:",
    full: "Does dim mwy o le yn y rhan hon: mae'n dal cymaint ag y gall. Does dim wedi'i golli; dyma eich geiriau, i chi eu cadw. Rhowch wybod i'r hwylusydd, os gwelwch yn dda.", // U: for a translator
    sealed: "Mae'r sesiwn wedi cau, felly ni ellir ychwanegu dim mwy. Dyma eich geiriau, i chi eu cadw:",
    heldTitle: "Mae tynnu cymaint yn aros am yr hwylusydd", // U: for a translator
    held: "Rydych wedi tynnu llawer o'r hyn a ysgrifennodd eraill. Nid yw wedi digwydd eto: gofynnir i'r hwylusydd yn gyntaf. Tan hynny mae'r geiriau yn ôl ar eich tudalen.",
    heldOwn: "Rydych wedi tynnu llawer o'r hyn a ysgrifennodd eraill. Nid yw wedi digwydd eto: mae'r geiriau'n aros nes i chi gadarnhau wrth y ddesg.",
    heldWords: "Ni chafodd yr hyn a ysgrifennoch ar yr un pryd ei ychwanegu chwaith. Dyma'r geiriau, er mwyn i chi eu hychwanegu eto:",
    toDesk: "Mynd i'r ddesg",
    copy: "Copïo'r geiriau hyn",
    dismiss: "Eu rhoi o'r neilltu",
  },
} as const;
