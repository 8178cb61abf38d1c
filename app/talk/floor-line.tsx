import { useTranslation } from "react-i18next";

import { speakerOf, standingOf, type Floor, type Standing } from "./floor.ts";
import type { Signed } from "./setting.ts";

interface FloorLineProps {
  readonly floor: Floor;
  readonly setting: { readonly me: { readonly id: string }; readonly personOf: (memberId: string) => Pick<Signed, "name"> };
}

/** Who has the floor, and this person's own place in words. */
export function FloorLine({ floor, setting }: FloorLineProps) {
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
function usePlace(standing: Standing): string | null {
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
