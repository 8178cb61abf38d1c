import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { usePosted } from "#app/ui/use-posted.ts";

import type { TalkAnswer } from "./answer.ts";

interface PressProps {
  /** "/s/<session>/talk" */
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly look?: "quiet" | "link";
  /** For what can be up or down. */
  readonly isPressed?: boolean;
  readonly children: ReactNode;
}

/** One thing asked of the desk with one button; the page stays as it is, and without JavaScript it comes back. */
export function Press({ address, fields, look = "quiet", isPressed, children }: PressProps) {
  const { t } = useTranslation();
  const { answer, notSent, post } = usePosted<TalkAnswer>(`${address}/now`);
  const { pathname, search } = useLocation();
  const problem = notSent ?? (answer?.ok === false ? answer.problems[""] : undefined);
  const hidden = { ...fields, back: pathname + search };
  return (
    <form method="post" action={address} onSubmit={post}>
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Button look={look} aria-pressed={isPressed}>{children}</Button>
      {problem ? <p className="field-problem" role="alert">{t(problem)}</p> : null}
    </form>
  );
}
