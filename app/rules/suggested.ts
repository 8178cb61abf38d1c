import type { Language } from "#app/language/languages.ts";

/** Ground rules a group may begin from (methods 11.2, our own words). It takes, changes and leaves out what it likes. */
export const suggestedRules: readonly Readonly<Record<Language, string>>[] = [
  { en: "Everyone's knowledge counts: living it, doing it, running it, studying it.", cy: "Mae gwybodaeth pawb yn cyfrif: o'i fyw, o'i wneud, o'i redeg, o'i astudio." }, // U: for a translator
  { en: "One person speaks at a time; we make room.", cy: "Un person sy'n siarad ar y tro; rydym yn gwneud lle i'n gilydd." },
  { en: "Say why you think so.", cy: "Dywedwch pam rydych yn meddwl hynny." },
  { en: "Ask before you assume.", cy: "Gofynnwch cyn cymryd dim yn ganiataol." },
  { en: "Challenge the idea, kindly, with a reason.", cy: "Heriwch y syniad, yn garedig, gyda rheswm." },
  { en: "Build on what others say.", cy: "Adeiladwch ar yr hyn y mae eraill yn ei ddweud." },
  { en: "It's fine to change your mind – or to pass.", cy: "Mae'n iawn newid eich meddwl – neu basio." }, // U: for a translator
  { en: "No jargon; ask \"what does that mean?\" any time.", cy: "Dim jargon; gofynnwch \"beth mae hynny'n ei olygu?\" unrhyw bryd." },
  { en: "Use Welsh or English, as you like.", cy: "Defnyddiwch y Gymraeg neu'r Saesneg, fel y mynnwch." },
  { en: "Share what you learn, not who said it; don't name people you care for.", cy: "Rhannwch yr hyn rydych yn ei ddysgu, nid pwy a'i dywedodd; peidiwch ag enwi'r bobl rydych yn gofalu amdanynt." },
  { en: "If someone may be at risk we can't keep it secret; we'll tell you who we need to tell.", cy: "Os gall rhywun fod mewn perygl, ni allwn gadw hynny'n gyfrinach; byddwn yn dweud wrthych pwy y mae angen i ni ei hysbysu." },
  { en: "We try to agree, and we write it down when we don't.", cy: "Rydym yn ceisio cytuno, ac yn nodi hynny pan na fyddwn." },
];
