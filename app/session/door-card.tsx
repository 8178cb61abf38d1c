import { useTranslation } from "react-i18next";

import { Act } from "./act.tsx";
import { Asked } from "./asked.tsx";
import { shownCode, spokenCode } from "./code.ts";
import type { Door } from "./door.ts";

interface DoorCardProps {
  readonly door: Door | null;
  readonly state: "preparing" | "open" | "closed";
}

/** The way in: its code while it is open, and what a facilitator can do about it. Closing it keeps the code, so that opening it takes that back. */
export function DoorCard({ door, state }: DoorCardProps) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="door-title">
      <h2 id="door-title" className="text-xl">{t("session.door.title")}</h2>
      <DoorBody door={door} state={state} />
    </section>
  );
}

export function DoorBody({ door, state }: DoorCardProps) {
  const { t } = useTranslation();
  return (
    <>
      {door ? <ShownCode door={door} /> : <p>{t("session.door.isClosed")}</p>}
      {door ? (
        <Act intent="closeDoor">{t("session.door.close")}</Act>
      ) : (
        <>
          <Act intent="openDoor" look={state === "preparing" ? "main" : "quiet"}>{t("session.door.open")}</Act>
          <p className="aside">{state === "preparing" ? t("session.door.openFirst") : t("session.door.openHint")}</p>
        </>
      )}
      {door ? <p className="aside">{t("session.door.closeHint")}</p> : null}
      {door ? <NewCode key={door.code} /> : null}
    </>
  );
}

/** Sheets and screens with the code on them lead nowhere afterwards, so it asks first. A new code folds it again. */
function NewCode() {
  const { t } = useTranslation();
  return (
    <Asked ask={t("session.door.rotate")}>
      <p>{t("session.door.rotateHint")}</p>
      <Act intent="rotateCode" look="danger">{t("session.door.rotateSure")}</Act>
    </Asked>
  );
}

/** The code, large, and where to type it. */
export function ShownCode({ door }: { readonly door: Door }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="aside">{t("session.door.code")}</p>
      <p className="whitespace-nowrap text-4xl font-bold tabular-nums" translate="no">
        <span aria-hidden="true">{shownCode(door.code)}</span>
        <span className="visually-hidden">{spokenCode(door.code)}</span>
      </p>
      <p>{t("session.door.at", { address: door.address })}</p>
    </>
  );
}
