/** The demonstration enquiry: invented, set in a county that does not exist, and it says so wherever it is read. */
import type { Bilingual } from "#app/language/bilingual.ts";

export const enquiry = {
  title: { en: "A break that feels like a break (demonstration)", cy: "Seibiant sy'n teimlo fel seibiant (arddangosiad)" },
  question: {
    en: "What would make a short break worth having, for the carer and for the person they support?",
    cy: "Beth fyddai'n gwneud seibiant byr yn werth ei gael, i'r gofalwr ac i'r person y maent yn ei gefnogi?",
  },
  purpose: {
    en: "An invented enquiry, so that you can look round Ymholi. The county of Glan Enfys does not exist, and nobody here is a real person.",
    cy: "Ymholiad dychmygol, er mwyn i chi gael golwg ar Ymholi. Nid yw sir Glan Enfys yn bod, ac nid oes neb yma'n berson go iawn.",
  },
  place: "Glan Enfys (invented)",
  languages: ["en", "cy"],
  safeguardingName: "Mair Puw (invented)",
  // From the range Ofcom keeps for drama.
  safeguardingPhone: "029 2018 0999",
} as const;

export const openTitle: Bilingual = { en: "What should come first? A session you can join", cy: "Beth ddylai ddod gyntaf? Sesiwn y gallwch ymuno â hi" };
export const closedTitle: Bilingual = { en: "Agreeing what matters: a session that has closed", cy: "Cytuno ar yr hyn sy'n bwysig: sesiwn sydd wedi cau" };

/** Eleven people of five perspectives. The names are common ones, put together by us. */
export const people = [
  { name: "Siân", perspective: "carer", language: "cy" },
  { name: "Gareth", perspective: "carer", language: "en" },
  { name: "Delyth", perspective: "carer", language: "cy" },
  { name: "Pat", perspective: "carer", language: "en" },
  { name: "Emrys", perspective: "drawsOnCare", language: "cy" },
  { name: "Nia", perspective: "practitioner", language: "cy" },
  { name: "Tom", perspective: "practitioner", language: "en" },
  { name: "Amina", perspective: "practitioner", language: "en" },
  { name: "Rhian", perspective: "manager", language: "cy" },
  { name: "Colin", perspective: "manager", language: "en" },
  { name: "Ffion", perspective: "researcher", language: "cy" },
] as const;
