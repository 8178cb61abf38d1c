import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";

import { CandidateWords, useCandidateText } from "./candidate-words.tsx";
import { withAdded, withMoved, withRemoved } from "./own-order.ts";
import { placeKey } from "./place-word.ts";
import { fieldOf, placeValue, type AskedRound, type Candidate, type Ranking } from "./round.ts";

interface BallotTapsProps {
  readonly round: AskedRound;
  /** What had been chosen before. */
  readonly begun: Ranking;
}

/** The ballot with JavaScript: tap to add, buttons to move, each step said aloud; nothing is dragged. */
export function BallotTaps({ round, begun }: BallotTapsProps) {
  const { t } = useTranslation();
  const { order, said, add, remove, move, ownHeading } = useOrder(round, begun);
  const byId = new Map(round.candidates.map((candidate) => [candidate.id, candidate]));
  const own = order.flatMap((id) => byId.get(id) ?? []);
  return (
    <div className="stack">
      {round.candidates.map(({ id }) => <input key={id} type="hidden" name={fieldOf(id)} value={placeValue(order.indexOf(id) + 1)} />)}
      <p role="status" className="visually-hidden">{said}</p>
      <section className="card stack-tight">
        <h3 ref={ownHeading} tabIndex={-1}>{t("voting.form.own")}</h3>
        {own.length === 0 ? <p>{t("voting.form.ownEmpty")}</p> : null}
        <ol className="plain-list stack-tight">
          {own.map((candidate, index) => (
            <OwnPlace key={candidate.id} candidate={candidate} place={index + 1} last={index === own.length - 1} onMove={move} onRemove={remove} />
          ))}
        </ol>
      </section>
      <section className="stack-tight">
        <h3>{t("voting.form.all")}</h3>
        <ul className="plain-list stack-tight">
          {round.candidates.map((candidate) => (
            <Choice key={candidate.id} candidate={candidate} place={order.indexOf(candidate.id) + 1} next={order.length < round.choose ? order.length + 1 : null} onAdd={add} onRemove={remove} />
          ))}
        </ul>
      </section>
    </div>
  );
}

type Direction = "up" | "down";

/** The order being made, the steps that change it, and what a screen reader says of the last one. */
function useOrder({ choose, candidates }: AskedRound, begun: Ranking) {
  const { t } = useTranslation();
  const [{ order, said }, setMade] = useState({ order: begun, said: "" });
  const ownHeading = useRef<HTMLHeadingElement>(null);
  const textIn = useCandidateText();
  const textOf = (id: string): string => candidates.filter((candidate) => candidate.id === id).map(textIn).join("");
  const placeIn = (next: Ranking, id: string): string => t(placeKey(next.indexOf(id) + 1));

  function add(id: string): void {
    const next = withAdded(order, id, choose);
    setMade({ order: next, said: next === order ? t("voting.form.full") : t("voting.form.added", { place: placeIn(next, id), text: textOf(id) }) });
  }
  function remove(id: string, from: "own" | "all"): void {
    setMade({ order: withRemoved(order, id), said: t("voting.form.removed", { text: textOf(id) }) });
    // The button that was pressed goes with its line; without this, focus would fall to the top of the page.
    if (from === "own") ownHeading.current?.focus();
  }
  function move(id: string, direction: Direction, button: HTMLButtonElement): void {
    const next = withMoved(order, id, direction);
    flushSync(() => setMade({ order: next, said: t("voting.form.moved", { place: placeIn(next, id), text: textOf(id) }) }));
    // Moving its line in the page takes focus off the button; it stays under the finger.
    button.focus();
  }
  return { order, said, add, remove, move, ownHeading };
}

interface OwnPlaceProps {
  readonly candidate: Candidate;
  readonly place: number;
  readonly last: boolean;
  readonly onMove: (id: string, direction: Direction, button: HTMLButtonElement) => void;
  readonly onRemove: (id: string, from: "own") => void;
}

function OwnPlace({ candidate: { id, ...candidate }, place, last, onMove, onRemove }: OwnPlaceProps) {
  const { t } = useTranslation();
  const textId = useId();
  const movable = (direction: Direction, atEnd: boolean) => (
    <button type="button" className="button" data-look="quiet" aria-describedby={textId} aria-disabled={atEnd} onClick={(event) => onMove(id, direction, event.currentTarget)}>
      {t(`voting.form.${direction}`)}
    </button>
  );
  return (
    <li className="stack-tight border-t border-line pt-2">
      <p id={textId}><strong>{t(placeKey(place))}</strong> <CandidateWords candidate={candidate} /></p>
      <div className="row">
        {movable("up", place === 1)}
        {movable("down", last)}
        <button type="button" className="button" data-look="link" aria-describedby={textId} onClick={() => onRemove(id, "own")}>{t("voting.form.takeOff")}</button>
      </div>
    </li>
  );
}

interface ChoiceProps {
  readonly candidate: Candidate;
  /** Its place in the order; 0 when it is not in it. */
  readonly place: number;
  /** The place the next one gets; null when the order is full. */
  readonly next: number | null;
  readonly onAdd: (id: string) => void;
  readonly onRemove: (id: string, from: "all") => void;
}

/** One candidate as one large button: a tap adds it, another takes it off. */
function Choice({ candidate: { id, ...candidate }, place, next, onAdd, onRemove }: ChoiceProps) {
  const { t } = useTranslation();
  const chosen = place > 0;
  const full = !chosen && next === null;
  const action = chosen ? t("voting.form.takeOff") : next === null ? t("voting.form.full") : t("voting.form.add", { place: t(placeKey(next)) });
  return (
    <li>
      <button
        type="button"
        id={fieldOf(id)}
        className="card w-full cursor-pointer text-start"
        aria-disabled={full}
        onClick={() => (chosen ? onRemove(id, "all") : onAdd(id))}
      >
        <span className="block"><CandidateWords candidate={candidate} /></span>
        {chosen ? <strong className="block">{t("voting.form.chosen", { place: t(placeKey(place)) })}</strong> : null}
        <span className={full ? "aside block" : "block text-accent underline underline-offset-4"}>{action}</span>
      </button>
    </li>
  );
}
