import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";

import { SignalsUp } from "./signal-buttons.tsx";
import { signalKinds, type SignalCounts } from "./signals.ts";

/** On the facilitator's desk: what the room asks for, as counts; it comes down when it was answered. */
export function SignalsCard({ counts }: { readonly counts: SignalCounts }) {
  const { t } = useTranslation();
  const up = signalKinds.filter((kind) => counts[kind] > 0);
  return (
    <>
      <p role="status" className="row">{up.length === 0 ? t("talkDesk.signals.none") : <SignalsUp counts={counts} />}</p>
      <div className="row">
        {up.map((kind) => <Act key={kind} intent="clearSignal" fields={{ kind }}>{t("talkDesk.signals.clear", { signal: t(`talk.signals.${kind}`) })}</Act>)}
      </div>
    </>
  );
}
