/** Ground rules a group may begin from, in our own words. It takes, changes and leaves out what it likes. Ids stand in documents and are never changed. */
import type { Language } from "#app/language/languages.ts";

type SuggestedRule = Readonly<Record<Language, string>> & { readonly id: string };

/** For any talk (methods 11.2). */
const general: readonly SuggestedRule[] = [
  { id: "suggested-1", en: "Everyone's knowledge counts: living it, doing it, running it, studying it.", cy: "Mae gwybodaeth pawb yn cyfrif: o'i fyw, o'i wneud, o'i redeg, o'i astudio." }, // U: for a translator
  { id: "suggested-2", en: "One person speaks at a time; we make room.", cy: "Un person sy'n siarad ar y tro; rydym yn gwneud lle i'n gilydd." },
  { id: "suggested-3", en: "Say why you think so.", cy: "Dywedwch pam rydych yn meddwl hynny." },
  { id: "suggested-4", en: "Ask before you assume.", cy: "Gofynnwch cyn cymryd dim yn ganiataol." },
  { id: "suggested-5", en: "Challenge the idea, kindly, with a reason.", cy: "Heriwch y syniad, yn garedig, gyda rheswm." },
  { id: "suggested-6", en: "Build on what others say.", cy: "Adeiladwch ar yr hyn y mae eraill yn ei ddweud." },
  { id: "suggested-7", en: "It's fine to change your mind – or to pass.", cy: "Mae'n iawn newid eich meddwl – neu basio." }, // U: for a translator
  { id: "suggested-8", en: "No jargon; ask \"what does that mean?\" any time.", cy: "Dim jargon; gofynnwch \"beth mae hynny'n ei olygu?\" unrhyw bryd." },
  { id: "suggested-9", en: "Use Welsh or English, as you like.", cy: "Defnyddiwch y Gymraeg neu'r Saesneg, fel y mynnwch." },
  { id: "suggested-10", en: "Share what you learn, not who said it; don't name people you care for.", cy: "Rhannwch yr hyn rydych yn ei ddysgu, nid pwy a'i dywedodd; peidiwch ag enwi'r bobl rydych yn gofalu amdanynt." },
  { id: "suggested-11", en: "If someone may be at risk we can't keep it secret; we'll tell you who we need to tell.", cy: "Os gall rhywun fod mewn perygl, ni allwn gadw hynny'n gyfrinach; byddwn yn dweud wrthych pwy y mae angen i ni ei hysbysu." },
  { id: "suggested-12", en: "We try to agree, and we write it down when we don't.", cy: "Rydym yn ceisio cytuno, ac yn nodi hynny pan na fyddwn." },
];

/** Exploratory talk is a set of rules itself (methods 2.1): what it adds to the general ones, or says more fully. */
const exploratory: readonly SuggestedRule[] = [
  { id: "explore-share", en: "Share all you know that could help us think.", cy: "Rhannwch bopeth a wyddoch a allai ein helpu i feddwl." },
  { id: "explore-reasons", en: "Give your reasons, and ask others for theirs.", cy: "Rhowch eich rhesymau, a gofynnwch i eraill am eu rhai nhw." },
  { id: "explore-everyone", en: "Ask everyone what they think.", cy: "Gofynnwch i bawb beth yw eu barn." },
  { id: "explore-challenge", en: "Challenge kindly, and be glad to be challenged.", cy: "Heriwch yn garedig, a chroesawch gael eich herio." }, // U: for a translator
  { id: "explore-others", en: "Talk through other ways before settling on one.", cy: "Trafodwch ffyrdd eraill cyn setlo ar un." },
  { id: "explore-together", en: "Look for what we can all agree on, and answer for it together. We write it down when we don't agree.", cy: "Chwiliwch am yr hyn y gallwn i gyd gytuno arno, a bod yn gyfrifol amdano gyda'n gilydd. Rydym yn nodi hynny pan na fyddwn yn cytuno." }, // U: for a translator
];

/** The general ones that exploratory talk says in its own way: reasons, asking, challenging, trying to agree. */
const saidByExploratory: ReadonlySet<string> = new Set(["suggested-3", "suggested-4", "suggested-5", "suggested-12"]);

/** Every rule that was ever suggested: whoever has one unchanged on their list reads it in their own language. */
export const suggestedRules: readonly SuggestedRule[] = [...general, ...exploratory];

/** What is suggested in a session made from this template. */
export function suggestedFor(template: string): readonly SuggestedRule[] {
  return template === "exploratoryTalk" ? [...exploratory, ...general.filter(({ id }) => !saidByExploratory.has(id))] : general;
}
