import { useFetcher, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

import { STAYS_FIELD, type TalkAnswer } from "./answer.ts";
import { signalKinds, type SignalCounts, type SignalKind } from "./signals.ts";

interface SignalButtonsProps {
  /** "/s/<session>/talk" */
  readonly address: string;
  readonly counts: SignalCounts;
  /** Those this member had up when the page was made. */
  readonly own: readonly SignalKind[];
}

/** Tap a signal, tap again to take it back. Which are one's own, only one's own page knows. */
export function SignalButtons({ address, counts, own }: SignalButtonsProps) {
  const { t } = useTranslation();
  const fetcher = useFetcher<TalkAnswer>();
  const { pathname, search } = useLocation();
  const isAwake = useHydrated();
  const up = fetcher.data?.ok ? fetcher.data.signals : own;
  const problem = fetcher.data?.ok === false ? fetcher.data.problems[""] : undefined;
  return (
    <fetcher.Form method="post" action={address} className="stack-tight">
      <p className="aside">{t("talk.signals.hint")}</p>
      <input type="hidden" name="act" value="signal" />
      <input type="hidden" name="back" value={pathname + search} />
      {isAwake ? <input type="hidden" name={STAYS_FIELD} value="yes" /> : null}
      <div className="row">
        {signalKinds.map((kind) => (
          // Cleared by the facilitator, or faded: then nobody's is up.
          <Button key={kind} look="quiet" name="kind" value={kind} aria-pressed={up.includes(kind) && counts[kind] > 0}>{t(`talk.signals.${kind}`)}</Button>
        ))}
      </div>
      {problem ? <p className="field-problem" role="alert">{t(problem)}</p> : null}
    </fetcher.Form>
  );
}

/** What the room asks for, as counts. */
export function SignalsUp({ counts, className = "tag" }: { readonly counts: SignalCounts; readonly className?: string }) {
  const { t } = useTranslation();
  return (
    <>
      {signalKinds.filter((kind) => counts[kind] > 0).map((kind) => (
        <span key={kind} className={className}>{t("talk.signals.on", { signal: t(`talk.signals.${kind}`), count: counts[kind] })}</span>
      ))}
    </>
  );
}
