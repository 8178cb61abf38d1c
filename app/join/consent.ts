/** What people agree to before they sit down. A changed meaning is a new version; what somebody agreed to is kept with their seat. */
import type { Language } from "#app/language/languages.ts";

export const CONSENT_VERSION = 1;

/** One matter: its heading and its sentences. */
export interface ConsentPart {
  readonly key: string;
  readonly title: string;
  readonly sentences: readonly string[];
}

export const consentText: Readonly<Record<Language, readonly ConsentPart[]>> = {
  en: [
    {
      key: "seen",
      title: "Who sees what you write",
      sentences: [
        "Everybody in this session sees what you write, with the name you gave and your perspective, as soon as you write it.",
        "The report says your perspective (\"Carer 3\"), never your name. Your words may be quoted in it.",
        "When you rank in private, nobody sees your choice, not even the facilitator.",
      ],
    },
    {
      key: "care",
      title: "What we cannot keep secret",
      sentences: [
        "If somebody may be at risk of harm, the facilitator has to tell those who can protect them. We will tell you who we need to tell.",
        "Please do not name the people you care for, or anybody else who is not here.",
      ],
    },
    {
      key: "kept",
      title: "How long it is kept",
      sentences: [
        "The organisation that runs this session keeps your words on its own computer. Nothing goes to anybody else's.",
        "It keeps them for as long as its privacy notice says. Ask the facilitator if you want to know. Backup copies are kept until they run out.",
      ],
    },
    {
      key: "back",
      title: "Changing your mind",
      sentences: [
        "You can stop at any time, and you do not have to say why.",
        "You can take back your own notes yourself while the session is open. For anything else, or later, ask the facilitator.",
        "We cannot call back copies that somebody has printed or downloaded, nor take a ballot out once it is counted, because nobody knows whose it was.",
      ],
    },
  ],
  cy: [
    {
      key: "seen",
      title: "Pwy sy'n gweld yr hyn rydych yn ei ysgrifennu",
      sentences: [
        "Mae pawb yn y sesiwn hon yn gweld yr hyn rydych yn ei ysgrifennu, gyda'r enw a roesoch a'ch safbwynt, cyn gynted ag y byddwch yn ei ysgrifennu.",
        "Mae'r adroddiad yn nodi eich safbwynt (\"Gofalwr 3\"), byth eich enw. Gellir dyfynnu eich geiriau ynddo.",
        "Pan fyddwch yn gosod pethau yn nhrefn blaenoriaeth yn breifat, nid oes neb yn gweld eich dewis, ddim hyd yn oed yr hwylusydd.", // U: for a translator
      ],
    },
    {
      key: "care",
      title: "Yr hyn na allwn ei gadw'n gyfrinach",
      sentences: [
        "Os gall rhywun fod mewn perygl o niwed, mae'n rhaid i'r hwylusydd ddweud wrth y rhai a all eu hamddiffyn. Byddwn yn dweud wrthych â phwy y mae angen i ni siarad.",
        "Peidiwch ag enwi'r bobl rydych yn gofalu amdanynt, na neb arall nad yw yma.",
      ],
    },
    {
      key: "kept",
      title: "Am ba hyd y cedwir y geiriau",
      sentences: [
        "Mae'r sefydliad sy'n cynnal y sesiwn hon yn cadw eich geiriau ar ei gyfrifiadur ei hun. Nid oes dim yn mynd i gyfrifiadur neb arall.",
        "Mae'n eu cadw am gyhyd ag y mae ei hysbysiad preifatrwydd yn ei nodi. Gofynnwch i'r hwylusydd os hoffech wybod. Cedwir copïau wrth gefn nes iddynt ddod i ben.",
      ],
    },
    {
      key: "back",
      title: "Newid eich meddwl",
      sentences: [
        "Cewch roi'r gorau iddi unrhyw bryd, ac nid oes rhaid i chi ddweud pam.",
        "Cewch dynnu eich nodiadau eich hun yn ôl tra bo'r sesiwn ar agor. Am unrhyw beth arall, neu'n ddiweddarach, gofynnwch i'r hwylusydd.",
        "Ni allwn alw'n ôl gopïau y mae rhywun wedi'u hargraffu neu eu lawrlwytho, na thynnu pleidlais allan ar ôl ei chyfrif, gan nad oes neb yn gwybod pleidlais pwy oedd hi.",
      ],
    },
  ],
};
