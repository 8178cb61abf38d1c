import { useTranslation } from "react-i18next";

import type { Balance, Heard } from "./balance.ts";

/** On the facilitator's desk, and nowhere else: who has been heard, in words. */
export function BalanceCard({ balance: { heard, absent, unread } }: { readonly balance: Balance }) {
  const { t } = useTranslation();
  const isComplete = absent.length === 0 && unread.length === 0;
  return (
    <>
      <p className="aside">{t("talkDesk.balance.alone")}</p>
      {heard === null ? <p>{t("talkDesk.balance.early")}</p> : null}
      {heard?.length === 0 ? <p>{t("talkDesk.balance.even")}</p> : null}
      <ul className="plain-list stack-tight">{(heard ?? []).map((one) => <li key={one.perspective}><Sentence heard={one} /></li>)}</ul>
      <h3>{t("talkDesk.balance.missing")}</h3>
      {isComplete ? <p>{t("talkDesk.balance.complete")}</p> : null}
      <ul className="plain-list stack-tight">
        {absent.map((perspective) => <li key={perspective}>{t("talkDesk.balance.absent", { group: t(`talkDesk.group.${perspective}`) })}</li>)}
        {unread.map((kind) => <li key={kind}>{t("talkDesk.balance.unread", { kind: t(`evidence.kinds.${kind}`) })}</li>)}
      </ul>
    </>
  );
}

function Sentence({ heard: { perspective, is } }: { readonly heard: Heard }) {
  const { t } = useTranslation();
  if (is === "often") return <>{t("talkDesk.balance.often", { Group: t(`talkDesk.groupFirst.${perspective}`) })}</>;
  return <>{t(`talkDesk.balance.${is}`, { group: t(`talkDesk.group.${perspective}`) })}</>;
}
