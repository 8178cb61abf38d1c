export const live = {
  keeping: {
    label: "Eich geiriau:",
    kept: "wedi'u cadw",
    waiting_zero: "yn aros i\'w cadw ({{count}})",
    waiting_one: "yn aros i\'w cadw ({{count}})",
    waiting_two: "yn aros i\'w cadw ({{count}})",
    waiting_few: "yn aros i\'w cadw ({{count}})",
    waiting_many: "yn aros i\'w cadw ({{count}})",
    waiting_other: "yn aros i\'w cadw ({{count}})",
    device: "ar y ddyfais hon yn unig nes daw'r cysylltiad yn ôl",
  },
  connection: {
    lost: "Mae'r cysylltiad wedi'i golli. Gallwch ddal ati; mae eich geiriau'n ddiogel ar y ddyfais hon a chânt eu hanfon pan ddaw yn ôl.",
    back: "Wedi cysylltu eto.",
  },
  returned: {
    title: "Nid oedd modd ychwanegu rhai o'ch geiriau",
    body: "Does dim wedi'i golli. Dyma nhw, er mwyn i chi eu hychwanegu eto:",
    copy: "Copïo'r geiriau hyn",
    copied: "Wedi'u copïo",
    dismiss: "Nid oes angen y rhain arnaf mwyach",
  },
  refused: {
    sealed: "Mae'r sesiwn hon wedi cau, felly ni ellir ychwanegu dim mwy. Mae eich geiriau yma i chi eu cadw.",
    rights: "Nid yw'r rhan hon ar agor i ysgrifennu ynddi nawr. Mae eich geiriau yma i chi eu cadw.",
    limit: "Mae'r dudalen hon yn llawn. Gofynnwch i'r hwylusydd ddechrau un arall.",
  },
} as const;
