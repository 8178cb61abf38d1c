import { GroupsOnTheWall } from "#app/stages/beside.tsx";
import { Sentence } from "#app/stages/said-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { OnTheWall } from "#app/stages/candidate-on-the-wall.tsx";
import { movedSince } from "#app/voting/moved.ts";

/** While small groups talk it over: who sits with whom. While the round is open: a bare count. Once closed: the order, top first, with what rose and what fell since the round before. */
export function Projector({ room }: StageProps) {
  const { round } = useBoard();
  if (room.groups.length > 0 && round?.state !== "open") return <GroupsOnTheWall groups={room.groups} />;
  if (!round) return <p><Sentence say={(t) => t("stages.ranking.wait")} /></p>;
  if (!round.outcome) return <p className="projector-huge"><Sentence say={(t) => t("stages.ranking.turnout", { cast: round.cast, roll: round.roll })} /></p>;
  if (round.outcome.result.state === "tooFew") return <p><Sentence say={(t) => t("stages.ranking.tooFew")} /></p>;
  const { earlier } = round;
  const texts = new Map(round.candidates.map((candidate) => [candidate.id, candidate]));
  return (
    <ul className="plain-list stack-tight">
      {round.outcome.result.combined.filter(({ top }) => top !== "out").map(({ id, place }) => (
        <li key={id} className="flex gap-6"><strong className="w-16 shrink-0">{place}</strong><span>
          <OnTheWall candidate={texts.get(id)} />
          {earlier ? <span className="text-quiet whitespace-nowrap"> (<Sentence say={(t) => t(`voting.moved.${movedSince(earlier, { id, place })}`, { place: earlier.find((one) => one.id === id)?.place ?? "" })} />)</span> : null}
        </span></li>
      ))}
    </ul>
  );
}
