/**
 * Cookies that seat or sign somebody in. Behind https they are `__Host-`: no other site, sub-domain or path can
 * plant one. `readCookie` takes a raw header, so that a socket's upgrade reads them just as a page does.
 */
interface CookieToWrite {
  readonly name: string;
  readonly value: string;
  /** `context.origin`: decides whether the cookie is Secure. */
  readonly origin: string;
  readonly maxAgeS: number;
}

/** The cookie as it was found: its full name tells whether it came over https. */
export interface FoundCookie {
  readonly name: string;
  readonly value: string;
}

/** The name a cookie goes by at this origin. */
export function cookieName(name: string, origin: string): string {
  return origin.startsWith("https:") ? `__Host-${name}` : name;
}

/** The first of `__Host-name` and `name` in a raw Cookie header; null when there is neither. */
export function readCookie(header: string | null, name: string): FoundCookie | null {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  for (const full of [`__Host-${name}`, name]) {
    const pair = pairs.find((candidate) => candidate.startsWith(`${full}=`));
    if (pair) return { name: full, value: pair.slice(full.length + 1) };
  }
  return null;
}

/** A Set-Cookie header value. The value must be made of characters that need no quoting, as tokens are. */
export function writeCookie({ name, value, origin, maxAgeS }: CookieToWrite): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(name, origin)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${secure}`;
}

/** A Set-Cookie header value that forgets the cookie. */
export function forgetCookie(name: string, origin: string): string {
  return writeCookie({ name, value: "", origin, maxAgeS: 0 });
}
