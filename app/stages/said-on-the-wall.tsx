/** What a wall says, in one language or in both: our own sentences, and words that were written in both languages. */
import type { TFunction } from "i18next";
import { createContext, lazy, Suspense, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { inLanguage, type Bilingual } from "#app/language/bilingual.ts";
import { otherLanguage, type Language } from "#app/language/languages.ts";
import { speakerOf, type Words } from "#app/language/speaker.ts";
import { Translated } from "#app/language/translated.tsx";
import { useLanguage } from "#app/language/use-language.ts";

/** The languages a wall shows: one, or both side by side. */
export type WallLanguages = Language | "both";

interface Tongue {
  readonly lang: Language;
  readonly t: TFunction;
}

const Second = createContext<Tongue | null>(null);

/** The words of the language that the page is not in: fetched for a wall that shows both, and for no other page. */
const seconds = {
  en: lazy(async () => ({ default: withSecond("en", (await import("#app/language/en.ts")).en) })),
  cy: lazy(async () => ({ default: withSecond("cy", (await import("#app/language/cy.ts")).cy) })),
};

function withSecond(lang: Language, words: Words) {
  // Its keys are those of the page's own language, whose types they are asked for with.
  const tongue: Tongue = { lang, t: speakerOf(lang, words).t as unknown as TFunction };
  return function InSecond({ children }: { readonly children: ReactNode }) {
    return <Second.Provider value={tongue}>{children}</Second.Provider>;
  };
}

/** Stands round a wall, so that whatever it says is said in these languages, the page's own first. */
export function WallSpeaks({ languages, children }: { readonly languages: WallLanguages; readonly children: ReactNode }) {
  const InSecond = seconds[otherLanguage(useLanguage())];
  if (languages !== "both") return children;
  return <Suspense fallback={null}><InSecond>{children}</InSecond></Suspense>;
}

function useTongues(): readonly Tongue[] {
  const { t } = useTranslation();
  const lang = useLanguage();
  const second = useContext(Second);
  return second ? [{ lang, t }, second] : [{ lang, t }];
}

/** The wall's languages, the page's own first. */
export function useWallLanguages(): readonly Language[] {
  return useTongues().map(({ lang }) => lang);
}

/** A sentence of ours, in each language of the wall. */
export function Sentence({ say }: { readonly say: (t: TFunction) => string }) {
  return <EachIn words={useTongues().map(({ lang, t }) => ({ lang, text: say(t) }))} />;
}

/** Words that were written in both languages, in each of the wall's that they really exist in. */
export function Wording({ words }: { readonly words: Bilingual }) {
  const both = useWordings(words);
  return both.length > 1 ? <EachIn words={both} /> : <Translated words={words} />;
}

/** The wordings that a wall in both languages shows, the page's first; at most one on a wall in one. */
export function useWordings(words: Bilingual): readonly SaidIn[] {
  return useTongues().map(({ lang }) => inLanguage(words, lang)).filter(({ translated, text }) => translated && text !== "");
}

interface SaidIn {
  readonly lang: string;
  readonly text: string;
}

/** What is the same in both languages, a name or a number, is said once. */
export function EachIn({ words }: { readonly words: readonly SaidIn[] }) {
  const apart = words.filter(({ text }, index) => words.findIndex((one) => one.text === text) === index);
  return <>{apart.map(({ lang, text }, index) => <span key={lang}>{index > 0 ? <span className="projector-between"> · </span> : null}<span lang={lang}>{text}</span></span>)}</>;
}
