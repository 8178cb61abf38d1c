import { useTranslation } from "react-i18next";

import { useCandidateText } from "./candidate-words.tsx";
import { placeKey } from "./place-word.ts";
import { fieldOf, placeValue, type AskedRound, type BallotAnswer } from "./round.ts";

interface BallotMenusProps {
  readonly round: AskedRound;
  /** The posting that was refused, with what had been chosen. */
  readonly refused: Extract<BallotAnswer, { ok: false }> | undefined;
}

/** The ballot in plain HTML: a menu of places for each candidate. */
export function BallotMenus({ round, refused }: BallotMenusProps) {
  const textOf = useCandidateText();
  const wrong = new Set(refused?.problems.flatMap((problem) => ("ids" in problem ? problem.ids : [])));
  return (
    <ul className="plain-list stack">
      {round.candidates.map(({ id, ...candidate }) => (
        <li key={id} className="field" data-problem={wrong.has(id) ? "" : undefined}>
          <label htmlFor={fieldOf(id)} lang={candidate.isHidden ? undefined : candidate.lang}>{textOf(candidate)}</label>
          <PlaceMenu id={id} choose={round.choose} place={refused?.places[id] ?? 0} wrong={wrong.has(id)} />
        </li>
      ))}
    </ul>
  );
}

function PlaceMenu({ id, choose, place, wrong }: { readonly id: string; readonly choose: number; readonly place: number; readonly wrong: boolean }) {
  const { t } = useTranslation();
  const places = Array.from({ length: choose }, (_, index) => index + 1);
  return (
    <select id={fieldOf(id)} name={fieldOf(id)} defaultValue={placeValue(place)} aria-invalid={wrong ? true : undefined} className="input input-short">
      <option value={placeValue(0)}>{t("voting.form.notChosen")}</option>
      {places.map((each) => (
        <option key={each} value={placeValue(each)}>{t(placeKey(each))}</option>
      ))}
    </select>
  );
}
