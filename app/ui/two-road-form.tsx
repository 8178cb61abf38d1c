import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";

import { saidBy } from "./said-by.ts";

/** What came of it: "done", when there is no more to tell. */
type Came = object | "done";

interface Props<Done extends Came> {
  /** The address it is posted to where there is no JavaScript, or the page is not awake yet. */
  readonly action: string;
  /** Hidden fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** Does what the form says here and now, or tells why not as a word key. Null: it has to be posted. */
  readonly act: (form: FormData) => Done | WordKey | null;
  /** Called when it was done here. */
  readonly onDone?: (done: Done, form: HTMLFormElement) => void;
  readonly className?: string;
  /** Names the form for whoever does not see where it stands. */
  readonly label?: string;
  /** The browser checks nothing by itself: we say what is wrong, in the page's language. */
  readonly noValidate?: boolean;
  readonly children: ReactNode;
}

/** A form with two roads: done here at once, or posted to the desk. What is wrong with it stands above its boxes. */
export function TwoRoadForm<Done extends Came>({ action, fields, act, onDone, className, label, noValidate, children }: Props<Done>) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<WordKey | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    const done = act(saidBy(event));
    if (done === null) return;
    event.preventDefault();
    setProblem(isProblem(done) ? done : null);
    if (isProblem(done)) return;
    keepFocus(event.currentTarget);
    onDone?.(done, event.currentTarget);
  }
  return (
    <form method="post" action={action} className={className} aria-label={label} noValidate={noValidate} onSubmit={submit}>
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {problem ? <p className="field-problem" role="alert"><span className="visually-hidden">{t("common.problem.title")}: </span>{t(problem)}</p> : null}
      {children}
    </form>
  );
}

function isProblem(answer: Came | WordKey): answer is WordKey {
  return typeof answer === "string" && answer !== "done";
}

/** What was pressed may be gone afterwards; then focus goes to the nearest thing around it that stays. */
export function keepFocus(pressed: Element): void {
  const around = [pressed.closest("details")?.querySelector("summary"), pressed.closest<HTMLElement>("li"), pressed.closest<HTMLElement>("[data-list]")];
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) around.find((element) => element?.isConnected)?.focus();
  });
}
