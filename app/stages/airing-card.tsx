import { useTranslation } from "react-i18next";

import type { Questions } from "#app/questions/questions.doc.ts";
import { standingOf, standingWith, titleOf } from "#app/questions/standing.ts";
import { Act } from "#app/session/act.tsx";

import type { Drafted } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { useQuestions } from "./use-questions.ts";

/** Steps through the questions: one after the other stands on every screen while its makers explain it. */
export function AiringCard({ document }: { readonly document: Drafted<Questions> }) {
  const { t } = useTranslation();
  const { choosing: { aired } } = useBoard();
  const value = useQuestions(document);
  const standing = standingOf(value);
  const now = aired === null ? null : standingWith(value, aired);
  const at = standing.findIndex(({ id }) => id === aired);
  const next = standing[at + 1];
  if (standing.length === 0) return <p>{t("choosing.desk.none")}</p>;
  return (
    <>
      {now ? <p role="status">{t("choosing.desk.airingNow", { words: titleOf(now) })}</p> : null}
      <div className="row">
        {next ? <Act intent="air" fields={{ question: next.id }}>{t(now ? "choosing.desk.airNext" : "choosing.desk.airStart", { words: titleOf(next) })}</Act> : null}
        {now ? <Act intent="air" fields={{ question: "" }}>{t("choosing.desk.airStop")}</Act> : null}
      </div>
    </>
  );
}
