import { useNotice } from "#app/live/live-session.tsx";

import type { Board } from "./board.ts";

/** The noticeboard of the session this page is in, as of now. */
export function useBoard(): Board {
  return useNotice<Board>();
}
