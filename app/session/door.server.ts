import { renderSVG } from "uqr";

import { isDoorOpen } from "./code.ts";
import type { Door } from "./door.ts";

/** The session's door, or null while nobody can join. */
export function doorOf(session: { readonly code: string | null; readonly doorOpenedAt: Date | null }, origin: string): Door | null {
  if (!session.code || !isDoorOpen(session)) return null;
  // M: a fifth of the picture may be dirty or torn; four modules of white around it are the standard's quiet zone.
  const qr = renderSVG(`${origin}/join?code=${session.code}`, { ecc: "M", border: 4 });
  return { code: session.code, address: `${new URL(origin).host}/join`, qr };
}
