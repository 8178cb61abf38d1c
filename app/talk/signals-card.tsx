import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";
import { Asked } from "#app/session/asked.tsx";

import { SignalsUp } from "./signals-up.tsx";
import { signalKinds, type SignalCounts } from "./signals.ts";

/** On the facilitator's desk: what the room asks for, as counts; it comes down when it was answered. */
export function SignalsCard({ counts }: { readonly counts: SignalCounts }) {
  const { t } = useTranslation();
  const up = signalKinds.filter((kind) => counts[kind] > 0);
  return (
    <>
      <p role="status" className="row">{up.length === 0 ? t("talkDesk.signals.none") : <SignalsUp counts={counts} />}</p>
      {up.map((kind) => (
        <Asked key={kind} ask={t("talkDesk.signals.clear", { signal: t(`talk.signals.${kind}`) })}>
          <p>{t("talkDesk.signals.clearHint")}</p>
          <Act intent="clearSignal" fields={{ kind }}>{t("talkDesk.signals.clearSure", { signal: t(`talk.signals.${kind}`) })}</Act>
        </Asked>
      ))}
    </>
  );
}
