import type { Room } from "#app/stages/room.ts";
import { useReflecting } from "#app/stages/use-reflecting.ts";
import { Barriers } from "#app/talk/barriers.tsx";

interface Props {
  readonly room: Room;
  readonly talk: NonNullable<Room["talk"]>;
  readonly stageId: string;
}

/** What gets in the way, noted and read; followed from when it was first opened. */
export function Folded({ room, talk, stageId }: Props) {
  return <Barriers reflecting={useReflecting(room, talk)} stageId={stageId} />;
}
