import { useActionData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";

/** As much of conform's form as the summary needs. */
interface CheckedForm {
  readonly id: string;
  /** Word keys by field name; "" for the form as a whole. */
  readonly allErrors: Readonly<Record<string, string[]>>;
}

/** What is wrong with the form, at its top, with a link to each field. Takes focus when it appears. */
export function ErrorSummary({ form }: { readonly form: CheckedForm }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const problems = Object.entries(form.allErrors).flatMap(([name, keys]) => keys.map((key) => ({ name, key: key as WordKey })));
  const signature = problems.map(({ name, key }) => `${name} ${key}`).join();
  // Another answer with the same problem is told again.
  const answer = useActionData();
  // An effect because focus can only move once the summary is in the page, and the title is the browser's.
  useEffect(() => {
    if (!signature) return;
    const { title } = document;
    const said = t("common.problem.inTitle", { title });
    document.title = said;
    box.current?.focus();
    // Unless another page has already given its own title.
    return () => {
      if (document.title === said) document.title = title;
    };
  }, [signature, answer, t]);
  if (problems.length === 0) return null;
  return (
    <div ref={box} className="notice stack-tight" data-tone="problem" role="alert" aria-labelledby={`${form.id}-problems`} tabIndex={-1}>
      <h2 id={`${form.id}-problems`}>{t("common.problem.title")}</h2>
      <ul className="plain-list">
        {problems.map(({ name, key }) => (
          <li key={name + key}>{name ? <a href={`#${form.id}-${name}`}>{t(key)}</a> : t(key)}</li>
        ))}
      </ul>
    </div>
  );
}
