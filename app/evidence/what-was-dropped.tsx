import { useTranslation } from "react-i18next";

import { named, type Dropped } from "./dropped.ts";

/** "We kept headings, paragraphs and lists. Left out: 2 pictures, 1 table." */
export function WhatWasDropped({ dropped }: { readonly dropped: Dropped }) {
  const { t } = useTranslation();
  const things = named(dropped).map(({ kind, count }) => t(`evidence.dropped.${kind}`, { count }));
  return <p>{t("evidence.dropped.kept")} {things.length > 0 ? t("evidence.dropped.list", { things: things.join(", ") }) : t("evidence.dropped.all")}</p>;
}
