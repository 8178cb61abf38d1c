import { renderSVG } from "uqr";

import { isDoorOpen } from "./code.ts";

/** The way in, to be shown; there is none while the door is closed. */
export interface Door {
  readonly code: string;
  /** Where to type it, without "http://". */
  readonly address: string;
  /** QR code of the address with the code, as an SVG. */
  readonly qr: string;
}

export function doorOf(session: { readonly code: string | null; readonly doorOpenedAt: Date | null }, origin: string): Door | null {
  if (!session.code || !isDoorOpen(session)) return null;
  // M: a fifth of the picture may be dirty or torn; four modules of white around it are the standard's quiet zone.
  const qr = renderSVG(`${origin}/join?code=${session.code}`, { ecc: "M", border: 4 });
  return { code: session.code, address: `${new URL(origin).host}/join`, qr };
}
