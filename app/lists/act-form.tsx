import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";

import type { Act, Outcome } from "./acts.ts";
import type { Drafting } from "./use-drafting.ts";

interface Props {
  readonly drafting: Pick<Drafting, "act" | "address" | "documentId" | "back">;
  /** The item it is about. */
  readonly itemId?: string;
  /** The act, unless its buttons say it. */
  readonly act?: Act["act"];
  readonly className?: string;
  readonly children: ReactNode;
  /** Called when it was done here. */
  readonly onDone?: (outcome: Outcome) => void;
}

/** One thing that can be done to a list: done here at once, or posted to the desk where there is no JavaScript. */
export function ActForm({ drafting, itemId, act, className, children, onDone }: Props) {
  const [problem, setProblem] = useState<WordKey | null>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    const done = drafting.act(saidBy(event));
    if (done === null) return;
    event.preventDefault();
    setProblem(typeof done === "string" ? done : null);
    if (typeof done === "string") return;
    keepFocus(event.currentTarget);
    onDone?.(done);
  }
  return (
    <form method="post" action={drafting.address} className={className} onSubmit={submit}>
      <input type="hidden" name="document" value={drafting.documentId} />
      <input type="hidden" name="back" value={drafting.back} />
      {itemId ? <input type="hidden" name="item" value={itemId} /> : null}
      {act ? <input type="hidden" name="act" value={act} /> : null}
      {problem ? <Problem problem={problem} /> : null}
      {children}
    </form>
  );
}

/** What was pressed may be gone afterwards; then focus goes to the nearest thing around it that stays. */
export function keepFocus(pressed: Element) {
  const around = [pressed.closest("details")?.querySelector("summary"), pressed.closest<HTMLElement>("li"), pressed.closest<HTMLElement>("[data-list]")];
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) around.find((element) => element?.isConnected)?.focus();
  });
}

function Problem({ problem }: { readonly problem: WordKey }) {
  const { t } = useTranslation();
  return (
    <p className="field-problem" role="alert">
      <span className="visually-hidden">{t("common.problem.title")}: </span>
      {t(problem)}
    </p>
  );
}

/** The form's fields and the button that was pressed. */
function saidBy({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>): FormData {
  const form = new FormData(currentTarget);
  const submitter = (nativeEvent as SubmitEvent).submitter; // React's types know only Event here
  if (submitter instanceof HTMLButtonElement && submitter.name) form.set(submitter.name, submitter.value);
  return form;
}
