import type { Room } from "#app/stages/room.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { waysToShare } from "#app/stages/ways-to-share.ts";
import { PrivateNotes } from "#app/thinking/private-notes.tsx";

/** A person's private notes, beside any stage. */
export function Folded({ room }: { readonly room: Room }) {
  const { state, stages } = useBoard();
  return <div className="py-2"><PrivateNotes sessionId={room.sessionId} lang={room.me.language} isOpen={state === "open"} ways={waysToShare(stages)} /></div>;
}
