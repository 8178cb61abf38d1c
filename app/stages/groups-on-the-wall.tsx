import type { Room } from "./room.ts";
import { Sentence } from "./said-on-the-wall.tsx";
import { usePerson } from "./use-person.ts";

/** As many groups as fit a wall of 720 pixels in two columns, under a prompt in both languages; the rest is counted. */
const ON_THE_WALL = 8;

/** Who sits with whom: for everybody, and above all for those without a device. */
export function GroupsOnTheWall({ groups }: Pick<Room, "groups">) {
  const personOf = usePerson();
  const over = groups.length - ON_THE_WALL;
  return (
    <div className="text-[clamp(1.15rem,2.8vh,2rem)] leading-snug">
      <ul className="plain-list grid grid-cols-2 gap-x-8 gap-y-1">
        {groups.slice(0, ON_THE_WALL).map(({ id, number, memberIds }) => (
          <li key={id} className="line-clamp-2"><strong><Sentence say={(t) => t("groups.number", { number })} />:</strong> <span translate="no">{memberIds.map((member) => personOf(member).name).join(", ")}</span></li>
        ))}
      </ul>
      {over > 0 ? <p className="text-quiet"><Sentence say={(t) => t("groups.wallMore", { count: over })} /></p> : null}
    </div>
  );
}
