import { useTranslation } from "react-i18next";

import { Act } from "./act.tsx";
import { newsKinds, newsSince, type Counts } from "./news.ts";

interface NewsCardProps {
  readonly seen: Counts;
  readonly counts: Counts;
}

/** What came while the facilitator looked elsewhere; counts, never whose. */
export function NewsCard({ seen, counts }: NewsCardProps) {
  const { t } = useTranslation();
  const news = newsSince(seen, counts);
  const all = newsKinds.filter((kind) => counts[kind] > 0);
  return (
    <section className="card stack-tight" aria-labelledby="news-title">
      <h2 id="news-title" className="text-xl">{t("desk.news.title")}</h2>
      {news.length === 0 ? <p className="aside">{t("desk.news.none")}</p> : (
        <ul className="plain-list flex flex-wrap gap-x-5 gap-y-1">{news.map(({ kind, more }) => <li key={kind}><strong>+ {t(`desk.news.${kind}`, { count: more })}</strong></li>)}</ul>
      )}
      {all.length > 0 ? <p className="aside">{t("desk.news.all")} {all.map((kind) => t(`desk.news.${kind}`, { count: counts[kind] })).join(" · ")}</p> : null}
      {news.length > 0 ? <Act intent="looked">{t("desk.news.looked")}</Act> : null}
    </section>
  );
}
