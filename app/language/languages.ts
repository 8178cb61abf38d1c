/** The two languages everything exists in. Neither is the default of the product: a page follows the person. */
export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return value === "en" || value === "cy";
}

export function otherLanguage(language: Language): Language {
  return language === "en" ? "cy" : "en";
}

/** First of the two that an Accept-Language header asks for ("cy-GB" counts as Welsh); English when it asks for neither. */
export function fromAcceptLanguage(header: string | null): Language {
  const asked = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  return asked.map(({ language }) => language).find(isLanguage) ?? "en";
}
