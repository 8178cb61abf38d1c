import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { usePosted } from "#app/ui/use-posted.ts";

import type { TalkAnswer } from "./answer.ts";
import { isUp, signalKinds, type OwnSignal, type SignalsSince } from "./signals.ts";

interface SignalButtonsProps {
  /** "/s/<session>/talk" */
  readonly address: string;
  /** As the noticeboard tells it. */
  readonly since: SignalsSince;
  /** Those this member had up when the page was made. */
  readonly own: readonly OwnSignal[];
}

/** Tap a signal, tap again to take it back. Which are one's own, only one's own page knows. */
export function SignalButtons({ address, since, own }: SignalButtonsProps) {
  const { t } = useTranslation();
  const { answer, notSent, post } = usePosted<TalkAnswer>(`${address}/now`);
  const { pathname, search } = useLocation();
  const up = answer?.ok ? answer.signals : own;
  const problem = notSent ?? (answer?.ok === false ? answer.problems[""] : undefined);
  return (
    <form method="post" action={address} className="stack-tight" onSubmit={post}>
      <p className="aside">{t("talk.signals.hint")}</p>
      <input type="hidden" name="act" value="signal" />
      <input type="hidden" name="back" value={pathname + search} />
      <div className="row">
        {signalKinds.map((kind) => (
          <Button key={kind} look="quiet" name="kind" value={kind} aria-pressed={isUp(up, kind, since)}>{t(`talk.signals.${kind}`)}</Button>
        ))}
      </div>
      {problem ? <p className="field-problem" role="alert">{t(problem)}</p> : null}
    </form>
  );
}
