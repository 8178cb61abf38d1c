import { useTranslation } from "react-i18next";

import { signalKinds, type SignalCounts } from "./signals.ts";

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
