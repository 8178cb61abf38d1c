/** The join code: nine digits, so that a numeric keypad is enough and it can be read aloud in either language. */

const DIGITS = 9;
const CODES = 10 ** DIGITS;
/** Largest multiple of CODES under 2^32: numbers from there up are thrown away, so that no code is likelier than another. */
const FAIR_BELOW = Math.floor(2 ** 32 / CODES) * CODES;

/** Nine random digits, "004129873". `draw` gives an unsigned 32-bit number. */
export function newCode(draw: () => number = randomNumber): string {
  for (;;) {
    const drawn = draw();
    if (drawn < FAIR_BELOW) return String(drawn % CODES).padStart(DIGITS, "0");
  }
}

/** Reads a code as people type or paste it ("412 987-305", "412.987.305"); null when it is not nine digits. */
export function readCode(typed: string): string | null {
  const digits = typed.replace(/[\s.\-–—_]/gu, "");
  return /^\d{9}$/.test(digits) ? digits : null;
}

/** "412987305" → "412 987 305", as it is shown everywhere. */
export function shownCode(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, "$1 ");
}

/** "412987305" → "4 1 2, 9 8 7, 3 0 5": a screen reader then says digits, not hundreds of millions. */
export function spokenCode(code: string): string {
  return (code.match(/\d{3}/g) ?? []).map((three) => [...three].join(" ")).join(", ");
}

/** Hours after which a door that was left open counts as closed: a forgotten code must not live for ever. */
const DOOR_HOURS = 7 * 24;

/** True while people may join with the session's code. `now` is in milliseconds since 1970. */
export function isDoorOpen({ code, doorOpenedAt }: { readonly code: string | null; readonly doorOpenedAt: Date | null }, now = Date.now()): boolean {
  return code !== null && doorOpenedAt !== null && now - doorOpenedAt.getTime() < DOOR_HOURS * 3_600_000;
}

function randomNumber(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
