import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { firstAct, standingOf, type Floor } from "./floor.ts";
import { FloorLine } from "./floor-line.tsx";
import { Press } from "./press.tsx";
import type { TalkSetting } from "./setting.ts";

interface FloorViewProps {
  readonly floor: Floor;
  readonly setting: Pick<TalkSetting, "address" | "seatAddress" | "me" | "personOf" | "writesFor" | "mayWrite">;
}

/** Who has the floor, where one stands, and what one can do about it. */
export function FloorView({ floor, setting }: FloorViewProps) {
  const { address, me, writesFor, mayWrite } = setting;
  return (
    <div className="stack-tight">
      <div role="status" className="stack-tight">
        <FloorLine floor={floor} setting={setting} />
      </div>
      {mayWrite ? <OwnActs floor={floor} memberId={me.id} address={address} /> : null}
      {mayWrite && writesFor.length > 0 ? <OthersActs floor={floor} setting={setting} /> : null}
    </div>
  );
}

/** The first button stays the same one, whatever it says, so that the focus stays on it. */
function OwnActs({ floor, memberId, address }: { readonly floor: Floor; readonly memberId: string; readonly address: string }) {
  const { t } = useTranslation();
  const { is } = standingOf(floor, memberId);
  const first = firstAct(floor, memberId);
  return (
    <div className="row no-print">
      <Press address={address} fields={{ act: first === "finished" ? "spoken" : first }}>{t(`talk.floor.${first}`)}</Press>
      {is === "turn" || is === "around" ? <Press address={address} fields={{ act: "pass" }}>{t("talk.floor.pass")}</Press> : null}
    </div>
  );
}

/** The same for people without a device, by whoever writes for them. */
function OthersActs({ floor, setting: { address, seatAddress, writesFor } }: FloorViewProps) {
  const { t } = useTranslation();
  return (
    <details className="no-print">
      <summary>{t("talk.floor.others")}</summary>
      <ul className="plain-list stack-tight py-2">
        {writesFor.filter(({ hasDevice }) => !hasDevice).map(({ id, name }) => {
          const { is } = standingOf(floor, id);
          const first = firstAct(floor, id);
          return (
            <li key={id} className="row">
              <Press address={address} fields={{ act: first === "finished" ? "spoken" : first, for: id }}>{t(`talk.floor.${first}For`, { name })}</Press>
              {is === "turn" || is === "around" ? <Press address={address} fields={{ act: "pass", for: id }}>{t("talk.floor.passFor", { name })}</Press> : null}
            </li>
          );
        })}
        <li><Link to={seatAddress} reloadDocument>{t("talk.floor.seat")}</Link></li>
      </ul>
    </details>
  );
}
