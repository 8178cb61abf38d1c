import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import type { WordKey } from "#app/language/words.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import { fieldsOf, type ConfirmPageData } from "./choice.ts";
import { CountList } from "./count-list.tsx";
import { totalOf } from "./theirs.ts";

/** Asks before anything is erased, and says plainly what will go, what stays, and what nobody can reach. */
export function ConfirmPage({ session, chosen, choice, counts, isShared, worriedAbout, problem }: ConfirmPageData) {
  const { t } = useTranslation();
  return (
    <Page title={t("erasing.confirm.title")} over={<Translated words={session.title} />}>
      {problem ? <Notice tone="problem" announce><p>{t(problem)}</p></Notice> : null}
      <p className="lead">{t("erasing.confirm.lead")}</p>
      <h2>{t("erasing.confirm.what", { name: chosen.name })}</h2>
      {totalOf(counts) > 0 ? <CountList counts={counts} /> : <p>{t("erasing.confirm.onlyLog", { name: chosen.name })}</p>}
      {worriedAbout > 0 ? <Notice tone="warn"><p>{t("erasing.confirm.worried", { number: worriedAbout })}</p></Notice> : null}
      <Points title={t("erasing.confirm.willTitle")} points={[...(["everywhere", "anew", "histories"] as const), ...(isShared ? ["shared" as const] : []), session.isClosed ? "sealed" : "replies"]} />
      <Points title={t("erasing.confirm.cannotTitle")} points={["copies", "backups", "ballots", "said"]} />
      <form method="post" className="row">
        {fieldsOf(choice).map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
        {problem ? null : <Button look="danger">{t("erasing.confirm.act")}</Button>}
        <a href={`/sessions/${session.id}/erase?member=${chosen.id}`}>{t("erasing.confirm.back")}</a>
      </form>
    </Page>
  );
}

type Point = "everywhere" | "anew" | "histories" | "shared" | "sealed" | "replies" | "copies" | "backups" | "ballots" | "said";

function Points({ title, points }: { readonly title: string; readonly points: readonly Point[] }) {
  const { t } = useTranslation();
  const told: readonly WordKey[] = points.map((point) => `erasing.confirm.${point}` as const);
  return (
    <>
      <h2>{title}</h2>
      <ul className="words-list stack-tight">{told.map((key) => <li key={key}>{t(key)}</li>)}</ul>
    </>
  );
}
