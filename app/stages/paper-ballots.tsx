import { useTranslation } from "react-i18next";

import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** On the facilitator's desk while a round is open: the way to the ballot of each person without a device. */
export function PaperBallots() {
  const { t } = useTranslation();
  const { sessionId, talk: { floor: { withoutDevice } } } = useBoard();
  const personOf = usePerson();
  if (withoutDevice.length === 0) return null;
  return (
    <ul className="plain-list stack-tight">
      {withoutDevice.map((id) => <li key={id}><a href={`/s/${sessionId}/people/${id}/ballot`}>{t("seating.ballot", { name: personOf(id).name })}</a></li>)}
    </ul>
  );
}
