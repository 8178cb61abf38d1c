import type { Language } from "#app/language/languages.ts";

import { consentText } from "./consent.ts";

/** What happens to one's words: on joining, and wherever it must be read again. */
export function ConsentText({ language }: { readonly language: Language }) {
  return (
    <div className="stack" lang={language}>
      {consentText[language].map(({ key, title, sentences }) => (
        <section key={key} className="stack-tight">
          <h2 className="text-xl">{title}</h2>
          {sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </section>
      ))}
    </div>
  );
}
