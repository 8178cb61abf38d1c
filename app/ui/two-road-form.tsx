import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";

interface Props {
  /** The address it is posted to where there is no JavaScript, or the page is not awake yet. */
  readonly action: string;
  /** Hidden fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** Does what the form says here and now: "done", or why not as a word key. Null: it has to be posted. */
  readonly act: (form: FormData) => "done" | WordKey | null;
  readonly onDone?: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form with two roads: done here at once, or posted to the desk. What is wrong with it stands above its boxes. */
export function TwoRoadForm({ action, fields, act, onDone, className, children }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<WordKey | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    const done = act(saidBy(event));
    if (done === null) return;
    event.preventDefault();
    setProblem(done === "done" ? null : done);
    if (done !== "done") return;
    keepFocus(event.currentTarget);
    onDone?.();
  }
  return (
    <form method="post" action={action} className={className} onSubmit={submit}>
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {problem ? <p className="field-problem" role="alert"><span className="visually-hidden">{t("common.problem.title")}: </span>{t(problem)}</p> : null}
      {children}
    </form>
  );
}

/** What was pressed may be gone afterwards; then focus goes to the nearest thing around it that stays. */
function keepFocus(pressed: Element): void {
  const around = [pressed.closest("details")?.querySelector("summary"), pressed.closest<HTMLElement>("li"), pressed.closest<HTMLElement>("[data-list]")];
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) around.find((element) => element?.isConnected)?.focus();
  });
}

/** The form's fields and the button that was pressed. */
function saidBy({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>): FormData {
  const form = new FormData(currentTarget);
  const submitter = (nativeEvent as SubmitEvent).submitter; // React's types know only Event here
  if (submitter instanceof HTMLButtonElement && submitter.name) form.set(submitter.name, submitter.value);
  return form;
}
