import { useTranslation } from "react-i18next";

import type { Questions } from "./questions.doc.ts";
import { makersOf, standingWith, wordingsOf } from "./standing.ts";

/** Which question is explored, and how it was chosen. As the noticeboard's `choosing.chosen` has it. */
export interface Chosen {
  /** A question's record, or a group's of questions that count as one. */
  readonly id: string;
  readonly how: "vote" | "facilitator";
}

interface Props {
  readonly made: Questions;
  readonly chosen: Chosen;
  readonly nameOf: (memberId: string) => string;
}

/** The chosen question, large, with its makers; every wording of it when several count as one. Says openly how it was chosen. */
export function ChosenQuestion({ made, chosen, nameOf }: Props) {
  const { t } = useTranslation();
  const stands = standingWith(made, chosen.id);
  if (!stands) return <p>{t("questions.chosen.gone")}</p>;
  return (
    <section className="card stack-tight" aria-label={t("questions.chosen.title")}>
      <p className="aside">{t("questions.chosen.title")}</p>
      {stands.kind === "group" && stands.name ? <p className="font-bold" lang={stands.lang}>{stands.name}</p> : null}
      {wordingsOf(stands).map((question) => (
        <div key={question.id}>
          <p className="text-2xl font-bold" lang={question.lang}>{question.words}</p>
          <p className="aside">{t("questions.card.makers")} <span translate="no">{makersOf(question, made).map(nameOf).join(", ")}</span></p>
        </div>
      ))}
      <p className="aside">{t(`questions.chosen.${chosen.how}`)}</p>
    </section>
  );
}
