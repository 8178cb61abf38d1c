import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { speakerOf, standingOf, type Floor, type Standing } from "./floor.ts";
import { Press } from "./press.tsx";
import type { TalkSetting } from "./setting.ts";

interface FloorViewProps {
  readonly floor: Floor;
  readonly setting: Pick<TalkSetting, "address" | "seatAddress" | "me" | "personOf" | "writesFor" | "mayWrite">;
}

/** Who has the floor, where one stands, and what one can do about it. */
export function FloorView({ floor, setting }: FloorViewProps) {
  const { address, me, writesFor, mayWrite } = setting;
  const standing = standingOf(floor, me.id);
  return (
    <div className="stack-tight">
      <div role="status" className="stack-tight">
        <FloorLine floor={floor} setting={setting} />
      </div>
      {mayWrite ? <OwnActs standing={standing} address={address} /> : null}
      {mayWrite && writesFor.length > 0 ? <OthersActs floor={floor} setting={setting} /> : null}
    </div>
  );
}

/** Who has the floor, and this person's own place in words. */
export function FloorLine({ floor, setting }: FloorViewProps) {
  const { t } = useTranslation();
  const place = usePlace(standingOf(floor, setting.me.id));
  const speaker = speakerOf(floor);
  const name = speaker === null || speaker === setting.me.id ? null : setting.personOf(speaker).name;
  const hands = floor.hands.length;
  return (
    <>
      {name ? <p><strong>{t(floor.around?.length ? "talk.floor.turn" : "talk.floor.speaking", { name })}</strong></p> : null}
      {speaker === null ? <p>{t("talk.floor.nobody")}</p> : null}
      {place ? <p><strong>{place}</strong></p> : null}
      {hands > 0 ? <p className="aside">{t("talk.floor.hands", { count: hands })}</p> : null}
    </>
  );
}

const places = ["next", "second", "third", "fourth", "fifth", "sixth"] as const;

/** Where one stands, in words; null for nowhere. */
export function usePlace(standing: Standing): string | null {
  const { t } = useTranslation();
  switch (standing.is) {
    case "speaking": return t("talk.floor.youSpeak");
    case "turn": return t("talk.floor.yourTurn");
    case "around": return t("talk.floor.yourTurnLater", { count: standing.place });
    case "queue": {
      const place = places[standing.place - 1];
      return place ? t(`talk.place.${place}`) : t("talk.place.later", { count: standing.place - 1 });
    }
    case "none": return null;
  }
}

/** The first button stays the same one, whatever it says, so that the focus stays on it. */
function OwnActs({ standing: { is }, address }: { readonly standing: Standing; readonly address: string }) {
  const { t } = useTranslation();
  const hasFloor = is === "speaking" || is === "turn";
  const first = hasFloor ? "finished" : is === "queue" ? "lower" : "raise";
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
          const hasFloor = is === "speaking" || is === "turn";
          const first = hasFloor ? "finished" : is === "queue" ? "lower" : "raise";
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
