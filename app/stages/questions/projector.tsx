import { useTranslation } from "react-i18next";

import { QuestionsOnTheWall } from "#app/stages/questions-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";
import { usePerson } from "#app/stages/use-person.ts";

/** While small groups are at work: who is with whom. Otherwise the questions so far. */
export function Projector({ room }: StageProps) {
  if (room.groups.length > 0) return <GroupsOnTheWall groups={room.groups} />;
  return room.questions ? <QuestionsOnTheWall document={room.questions} /> : null;
}

function GroupsOnTheWall({ groups }: { readonly groups: StageProps["room"]["groups"] }) {
  const { t } = useTranslation();
  const personOf = usePerson();
  return (
    <ul className="plain-list grid grid-cols-2 gap-x-8 gap-y-2">
      {groups.map(({ id, number, memberIds }) => (
        <li key={id}><strong>{t("groups.number", { number })}:</strong> <span translate="no">{memberIds.map((member) => personOf(member).name).join(", ")}</span></li>
      ))}
    </ul>
  );
}
