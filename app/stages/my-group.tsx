import { useTranslation } from "react-i18next";

import type { WorkingGroup } from "#app/groups/groups.ts";
import { Button } from "#app/ui/button.tsx";

import { activityOf } from "./activities.ts";
import type { Room } from "./room.ts";
import type { StageProps } from "./stage-props.ts";
import { useBoard } from "./use-board.ts";
import { useGroup } from "./use-group.ts";
import { usePerson } from "./use-person.ts";

interface MyGroupProps {
  readonly group: WorkingGroup;
  readonly me: Room["me"];
  readonly activity: string;
}

/** Beside a stage whose own panel does not know of small groups. */
export function InMyGroup({ room, stage }: StageProps) {
  const { group } = useGroup(room);
  return group ? <MyGroup group={group} me={room.me} activity={stage.activity} /> : null;
}

/** Who is in this small group, and what it does here. */
export function MyGroup({ group, me, activity }: MyGroupProps) {
  const { t } = useTranslation();
  const isIn = group.memberIds.includes(me.id);
  const hint = activityOf(activity).inGroups;
  return (
    <section className="card stack-tight" aria-labelledby="my-group">
      <h2 id="my-group" className="text-xl">{t(isIn ? "groups.mine" : "groups.number", { number: group.number })}</h2>
      <People group={group} me={me} />
      {hint ? <p className="aside">{t(hint)}</p> : null}
    </section>
  );
}

function People({ group, me }: { readonly group: WorkingGroup; readonly me: Room["me"] }) {
  const { t } = useTranslation();
  const personOf = usePerson();
  const others = group.memberIds.filter((id) => id !== me.id);
  if (others.length === 0) return <p>{t("groups.alone")}</p>;
  return <p>{t(others.length < group.memberIds.length ? "groups.people" : "groups.members")} <strong translate="no">{others.map((id) => personOf(id).name).join(", ")}</strong></p>;
}

interface LookerProps {
  readonly room: Room;
  readonly group: WorkingGroup | null;
  readonly lookAt: (groupId: string | null) => void;
}

/** A facilitator goes round: looks at one group's pages after the other. */
export function GroupLooker({ room, group, lookAt }: LookerProps) {
  const { t } = useTranslation();
  const { groups: { working } } = useBoard();
  if (working.length === 0) return null;
  return (
    <div className="row" role="group" aria-label={t("groups.look")}>
      <span className="font-bold">{t("groups.look")}</span>
      {working.map((id, index) => (
        <Button key={id} type="button" look="quiet" aria-pressed={group?.id === id} onClick={() => lookAt(id)}>{t("groups.number", { number: room.groupNumbers[id] ?? index + 1 })}</Button>
      ))}
      {group ? <Button type="button" look="link" onClick={() => lookAt(null)}>{t("groups.lookNone")}</Button> : null}
    </div>
  );
}
