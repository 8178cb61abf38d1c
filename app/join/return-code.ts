/**
 * The personal return code: how somebody comes back on another device as the same person. Twelve signs that
 * cannot be mistaken for one another on paper, without vowels of either language (W and Y are vowels in
 * Welsh), so that no code spells a word. 23^12 codes, 54 bits.
 */
const SIGNS = "23456789CDFGHJKMNPQRTVX";
const LENGTH = 12;
/** Bytes from here up are thrown away, so that no sign is likelier than another. */
const FAIR_BELOW = Math.floor(256 / SIGNS.length) * SIGNS.length;

/** A new code, "7KQ4MXPD2RTH". `draw` gives a byte. */
export function newReturnCode(draw: () => number = randomByte): string {
  let code = "";
  while (code.length < LENGTH) {
    const byte = draw();
    if (byte < FAIR_BELOW) code += SIGNS[byte % SIGNS.length];
  }
  return code;
}

/** Reads a code as people type it: any case, spaces, dots and hyphens anywhere; null when it cannot be one. */
export function readReturnCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s.\-–—_]/gu, "");
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}

/** "7KQ4MXPD2RTH" → "7KQ4 MXPD 2RTH", as it is shown. */
export function shownReturnCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}

function randomByte(): number {
  return crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
}
