import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { Questions } from "#app/questions/questions.doc.ts";
import { standingOf, standingWith, titleOf, wordingsOf } from "#app/questions/standing.ts";
import { Act } from "#app/session/act.tsx";
import { Button } from "#app/ui/button.tsx";

import type { ChoosingNotice } from "./choosing-notice.ts";
import type { Drafted } from "./room.ts";
import { useBoard } from "./use-board.ts";
import { useQuestions } from "./use-questions.ts";

/** A secret vote, once more after a tie, or the facilitator's own choice; and taking it back. */
export function ChoosingCard({ document }: { readonly document: Drafted<Questions> }) {
  const { t } = useTranslation();
  const { choosing } = useBoard();
  const made = useQuestions(document);
  const { round, chosen } = choosing;
  if (made.questions.length === 0) return <p>{t("choosing.desk.none")}</p>;
  if (round?.state === "open") return <OpenVote round={round} />;
  if (chosen) return <ChosenAlready made={made} chosen={chosen} />;
  return (
    <>
      <Outcome choosing={choosing} />
      <OpenForm />
      <ChooseForm made={made} />
    </>
  );
}

function OpenVote({ round }: { readonly round: NonNullable<ChoosingNotice["round"]> }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="lead" role="status">{t("choosing.turnout", { cast: round.cast, roll: round.roll })}</p>
      <p className="aside">{t("choosing.desk.closeHint")}</p>
      <Act intent="closeChoice" look="main">{t("choosing.desk.close")}</Act>
    </>
  );
}

function ChosenAlready({ made, chosen }: { readonly made: Questions; readonly chosen: NonNullable<ChoosingNotice["chosen"]> }) {
  const { t } = useTranslation();
  const stands = standingWith(made, chosen.id);
  return (
    <>
      <p role="status">{stands ? t("choosing.desk.chosen", { words: titleOf(stands) }) : t("questions.chosen.gone")} <span className="aside">({t(`questions.chosen.${chosen.how}`)})</span></p>
      <Act intent="chooseAnew">{t("choosing.desk.anew")}</Act>
      <p className="aside">{t("choosing.desk.anewHint")}</p>
    </>
  );
}

/** A tie, and what can be done about it; or too few ballots. */
function Outcome({ choosing: { round } }: { readonly choosing: ChoosingNotice }) {
  const { t } = useTranslation();
  const result = round?.outcome?.result;
  if (result?.state === "tooFew") return <p>{t("choosing.tooFew")}</p>;
  if (result?.state !== "tied") return null;
  return (
    <>
      <p>{t("choosing.tied")}:</p>
      <ul className="list-disc ps-6">{round?.candidates.filter(({ id }) => result.ids.includes(id)).map(({ id, text, lang }) => <li key={id} lang={lang}>{text}</li>)}</ul>
      <Act intent="openRevote" look="main">{t("choosing.desk.revote")}</Act>
      <p className="aside">{t("choosing.desk.revoteHint")}</p>
    </>
  );
}

function OpenForm() {
  const { t } = useTranslation();
  return (
    <Form method="post" preventScrollReset replace className="stack-tight">
      <fieldset className="field">
        <legend>{t("choosing.desk.as")}</legend>
        <label className="choice"><input type="radio" name="between" value="questions" defaultChecked /><span>{t("choosing.desk.asQuestions")}</span></label>
        <label className="choice"><input type="radio" name="between" value="groups" /><span>{t("choosing.desk.asGroups")}</span></label>
      </fieldset>
      <p className="aside">{t("choosing.desk.openHint")}</p>
      <Button look="quiet" name="intent" value="openChoice">{t("choosing.desk.open")}</Button>
    </Form>
  );
}

/** Folded: opening it and choosing are two steps, which is asking before acting. */
function ChooseForm({ made }: { readonly made: Questions }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <details>
      <summary>{t("choosing.desk.choose")}</summary>
      <Form method="post" preventScrollReset replace className="stack-tight py-2">
        <p className="aside">{t("choosing.desk.chooseHint")}</p>
        <label className="label" htmlFor={id}>{t("choosing.desk.which")}</label>
        <select id={id} name="question" className="input">
          {standingOf(made).map((stands) => <option key={stands.id} value={stands.id} lang={wordingsOf(stands)[0]?.lang}>{titleOf(stands)}</option>)}
        </select>
        <Button look="quiet" name="intent" value="chooseQuestion">{t("choosing.desk.chooseSure")}</Button>
      </Form>
    </details>
  );
}
