/** Which language a request is answered in: the one its address names, else the person's choice (a cookie), else what the browser asks for. */
import { createCookie } from "@remix-run/node";

import { fromAcceptLanguage, isLanguage, type Language } from "./languages.ts";

const ONE_YEAR_S = 365 * 24 * 60 * 60;
const languageCookie = createCookie("language", { path: "/", sameSite: "lax", httpOnly: true, maxAge: ONE_YEAR_S });

export async function languageOf(request: Request): Promise<Language> {
  // A wall shows one language to a whole room, whatever the person who put it up reads.
  const named = new URL(request.url).searchParams.get("languages");
  if (isLanguage(named)) return named;
  const chosen: unknown = await languageCookie.parse(request.headers.get("Cookie"));
  return isLanguage(chosen) ? chosen : fromAcceptLanguage(request.headers.get("Accept-Language"));
}

/** A Set-Cookie header value that remembers the choice for a year. */
export function rememberLanguage(language: Language): Promise<string> {
  return languageCookie.serialize(language);
}
