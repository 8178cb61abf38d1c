import { useMemo } from "react";

import { useDocument } from "#app/live/use-document.ts";
import { readQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { attested } from "#app/questions/standing.ts";

import type { Drafted } from "./room.ts";
import { useBoard } from "./use-board.ts";

/** The questions of the room, or of a small group, followed; each is its maker's. */
export function useQuestions(document: Drafted<Questions>): Questions {
  const { talk: { floor: { wroteForOthers } } } = useBoard();
  const { value } = useDocument({ ...document, read: readQuestions });
  return useMemo(() => attested(value, wroteForOthers), [value, wroteForOthers]);
}
