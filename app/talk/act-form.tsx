import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { TalkProblems } from "./acts.ts";
import type { TalkOutcome } from "./perform.doc.ts";
import type { TalkSetting } from "./setting.ts";

interface Props {
  readonly setting: Pick<TalkSetting, "act" | "address" | "back">;
  readonly act: string;
  /** Further fields that the person does not fill in. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly label?: string;
  /** What the desk found wrong, on a page without JavaScript. */
  readonly problems?: TalkProblems;
  /** Called when it was done here. */
  readonly onDone?: (outcome: TalkOutcome, form: HTMLFormElement) => void;
  readonly children: (problems: TalkProblems) => ReactNode;
}

/** One thing done to what is said: done here at once, or posted to the desk where there is no JavaScript. */
export function ActForm({ setting, act, fields = {}, className, label, problems: before = {}, onDone, children }: Props) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState(before);
  const form = useRef<HTMLFormElement>(null);
  function submit(event: FormEvent<HTMLFormElement>) {
    const { currentTarget } = event;
    const answer = setting.act(new FormData(currentTarget));
    if (answer === null) return;
    event.preventDefault();
    setProblems("problems" in answer ? answer.problems : {});
    if ("problems" in answer) focusFirstProblem(currentTarget);
    else onDone?.(answer.done, currentTarget);
  }
  const whole = problems[""];
  return (
    <form ref={form} method="post" action={setting.address} className={className} aria-label={label} noValidate onSubmit={submit}>
      {Object.entries({ act, back: setting.back, ...fields }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {whole ? <p className="field-problem" role="alert">{t(whole)}</p> : null}
      {children(problems)}
    </form>
  );
}

/** After the browser has drawn the problems. */
function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true], [data-problem] input")?.focus());
}
