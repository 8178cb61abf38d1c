import { useTranslation } from "react-i18next";

import { Notice } from "#app/ui/notice.tsx";

import type { PastErasure } from "./choice.ts";
import { CountList } from "./count-list.tsx";
import { totalOf } from "./theirs.ts";

/** How erasings went: what stands in the record of each, none of it words. */
export function PastErasures({ title, past }: { readonly title: string; readonly past: readonly PastErasure[] }) {
  if (past.length === 0) return null;
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {past.map((one) => <PastOne key={one.id} past={one} />)}
    </section>
  );
}

function PastOne({ past: { name, by, when, counts, ...state } }: { readonly past: PastErasure }) {
  const { t } = useTranslation();
  return (
    <Notice tone={state.isDone && state.found !== null && state.found > 0 ? "warn" : "plain"}>
      <p>{t("erasing.line", { name, by, when })}</p>
      {totalOf(counts) > 0 ? <CountList counts={counts} /> : null}
      <State {...state} />
    </Notice>
  );
}

function State({ isDone, isRemoved, found }: Pick<PastErasure, "isDone" | "isRemoved" | "found">) {
  const { t } = useTranslation();
  if (!isDone) return <p><strong>{t("erasing.state.broken")}</strong></p>;
  return (
    <>
      <p><strong>{found === null ? t("erasing.state.notLooked") : t("erasing.state.found", { number: found })}</strong></p>
      {found !== null && found > 0 ? <p>{t("erasing.state.foundSome")}</p> : null}
      <p>{t(isRemoved ? "erasing.state.removed" : "erasing.state.removing")}</p>
    </>
  );
}
