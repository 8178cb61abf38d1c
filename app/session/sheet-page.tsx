import { useTranslation } from "react-i18next";

import { inLanguage, type Bilingual } from "#app/language/bilingual.ts";
import { otherLanguage, type Language } from "#app/language/languages.ts";
import { useLanguage } from "#app/language/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";

import { shownCode, spokenCode } from "./code.ts";
import type { Door } from "./door.ts";
import { PrintButton } from "./print-button.tsx";
import type { Sheet } from "./sheet.ts";
import { sheetText } from "./sheet-text.ts";

/** One sheet of paper for the table or the post: everything to come in with, in both languages. */
export function SheetPage({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const first = useLanguage();
  const both = [first, otherLanguage(first)] as const;
  return (
    <div className="page-wide stack">
      <p className="no-print row">
        <a href={`/sessions/${sheet.sessionId}`}>{t("common.back")}</a>
        <PrintButton>{t("session.sheet.print")}</PrintButton>
      </p>
      {sheet.door ? null : <Notice tone="warn"><p>{t("session.sheet.closed")}</p></Notice>}
      <Heading words={sheet.title} both={both} />
      <Question words={sheet.question} both={both} />
      {sheet.door ? <WayIn door={sheet.door} both={both} /> : null}
      <div className="grid gap-6 sm:grid-cols-2 print:grid-cols-2">
        {both.map((language) => <HowTo key={language} language={language} safeguarding={sheet.safeguarding} />)}
      </div>
    </div>
  );
}

interface InBoth {
  readonly words: Bilingual;
  /** The reader's language first. */
  readonly both: readonly [Language, Language];
}

/** Each language that the words really exist in, once. */
function said({ words, both }: InBoth) {
  return both.map((language) => inLanguage(words, language)).filter(({ translated, text }) => translated && text !== "");
}

function Heading(props: InBoth) {
  return <h1>{said(props).map(({ lang, text }) => <span key={lang} lang={lang} className="block">{text}</span>)}</h1>;
}

function Question(props: InBoth) {
  return <div className="stack-tight">{said(props).map(({ lang, text }) => <p key={lang} lang={lang} className="lead">{text}</p>)}</div>;
}

function WayIn({ door, both }: { readonly door: Door } & Pick<InBoth, "both">) {
  const label = (key: "code" | "address") => both.map((language, index) => <span key={language} lang={language}>{index > 0 ? " · " : ""}{sheetText[language][key]}</span>);
  return (
    <section className="flex flex-wrap items-center gap-6">
      {/* The address and the code stand beside it in words. */}
      <div aria-hidden="true" className="w-48 shrink-0 bg-white [&_svg]:block [&_svg]:w-full" dangerouslySetInnerHTML={{ __html: door.qr }} />
      <dl className="stack-tight min-w-0">
        <dt className="aside">{label("address")}</dt>
        <dd className="text-2xl font-bold wrap-anywhere" translate="no">{door.address}</dd>
        <dt className="aside">{label("code")}</dt>
        <dd className="whitespace-nowrap text-4xl font-bold tabular-nums sm:text-6xl" translate="no">
          <span aria-hidden="true">{shownCode(door.code)}</span>
          <span className="visually-hidden">{spokenCode(door.code)}</span>
        </dd>
      </dl>
    </section>
  );
}

function HowTo({ language, safeguarding: { name, phone } }: { readonly language: Language; readonly safeguarding: Sheet["safeguarding"] }) {
  const text = sheetText[language];
  return (
    <section lang={language} className="stack-tight">
      <h2 className="text-xl">{text.join}</h2>
      <ol className="list-decimal ps-6">{text.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      <h2 className="text-xl">{text.words}</h2>
      {text.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      <p>{text.worried} <strong>{name}</strong>, <span className="whitespace-nowrap">{phone}</span>.</p>
    </section>
  );
}
