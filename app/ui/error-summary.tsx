import { useActionData } from "@remix-run/react";
import { useEffect, useRef, type RefObject } from "react";
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
  useErrorTitle(signature !== "");
  useFocusWhenTold(box, signature);
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

function useErrorTitle(hasProblems: boolean): void {
  const { t } = useTranslation();
  // An effect because the title is the browser's.
  useEffect(() => {
    if (!hasProblems) return;
    const { title } = document;
    const said = t("common.problem.inTitle", { title });
    document.title = said;
    // Unless another page has already given its own title.
    return () => {
      if (document.title === said) document.title = title;
    };
  }, [hasProblems, t]);
}

/** Moves focus to the summary when an answer has problems, and when another has the same ones. */
function useFocusWhenTold(box: RefObject<HTMLElement>, signature: string): void {
  const answer = useActionData();
  const told = useRef<unknown>();
  // An effect because focus can only move once the summary is in the page.
  useEffect(() => {
    // A link of the summary changes the address, and the answer is forgotten: whoever follows it must not be taken back.
    const isForgotten = answer === undefined && told.current !== undefined;
    told.current = answer ?? told.current;
    if (signature && !isForgotten) box.current?.focus();
  }, [signature, answer, box]);
}
