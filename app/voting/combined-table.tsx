import { useTranslation } from "react-i18next";

import { CandidateWords } from "./candidate-words.tsx";
import { movedSince, type Earlier } from "./moved.ts";
import type { CombinedCandidate } from "./outcome.ts";
import type { Candidate } from "./round.ts";

interface CombinedTableProps {
  readonly combined: readonly CombinedCandidate[];
  /** The N of "top N". */
  readonly publishCount: number;
  readonly candidates: readonly Candidate[];
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  /** Places in the round before; null when there is none to compare with. */
  readonly earlier: Earlier | null;
}

const parts = ["in", "tied", "out"] as const;

/** The equal-weight combination in three parts: the top N, what is level at its edge, and everything else. */
export function CombinedTable({ combined, publishCount, candidates, labelledBy, earlier }: CombinedTableProps) {
  const { t } = useTranslation();
  return (
    <table className="w-full border-collapse" aria-labelledby={labelledBy}>
      <thead>
        <tr className="text-start">
          <th scope="col" className="w-14 pe-3 text-start">{t("voting.outcome.place")}</th>
          <th scope="col" className="text-start">{t("voting.outcome.priority")}</th>
          <th scope="col" className="ps-3 text-end">{t("voting.outcome.points")}</th>
        </tr>
      </thead>
      {parts.map((part) => (
        <Part key={part} part={part} rows={combined.filter(({ top }) => top === part)} publishCount={publishCount} candidates={candidates} earlier={earlier} />
      ))}
    </table>
  );
}

interface PartProps {
  readonly part: (typeof parts)[number];
  readonly rows: readonly CombinedCandidate[];
  readonly publishCount: number;
  readonly candidates: readonly Candidate[];
  readonly earlier: Earlier | null;
}

function Part({ part, rows, publishCount, candidates, earlier }: PartProps) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const texts = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return (
    <tbody className="break-inside-avoid">
      <tr>
        <th scope="rowgroup" colSpan={3} className="pt-4 text-start text-quiet">{t(`voting.outcome.${part}`, { count: publishCount })}</th>
      </tr>
      {rows.map(({ id, place, points }) => (
        <tr key={id} className="border-t border-line align-top">
          <td className="py-2 pe-3 font-bold">{place}</td>
          <th scope="row" className={`py-2 text-start ${part === "out" ? "font-normal" : ""}`}>
            <CandidateWords candidate={texts.get(id)} />
            {/* Below the words, not in a column of its own: four columns are wider than a small phone. */}
            {earlier ? <span className="aside block font-normal">{t("voting.moved.title")}: {t(`voting.moved.${movedSince(earlier, { id, place })}`, { place: earlier.find((one) => one.id === id)?.place ?? "" })}</span> : null}
          </th>
          <td className="py-2 ps-3 text-end tabular-nums">{points}</td>
        </tr>
      ))}
    </tbody>
  );
}
