import type { StageNotice } from "./board.ts";
import type { Room } from "./room.ts";

/** What every panel and projector of a stage is given. */
export interface StageProps {
  readonly room: Room;
  readonly stage: StageNotice;
}
