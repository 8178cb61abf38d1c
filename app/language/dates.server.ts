/** Dates as sentences, made on the server: browsers have no Welsh calendar words, so a page must never format them itself. */
import type { Language } from "./languages.ts";

const locales: Record<Language, string> = { en: "en-GB", cy: "cy" };
const TIME_ZONE = "Europe/London";

/** "22 November 2026" · "22 Tachwedd 2026". */
export function dayInWords(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: TIME_ZONE }).format(date);
}

/** "14:05", in Wales. */
export function timeInWords(date: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: TIME_ZONE }).format(date);
}
