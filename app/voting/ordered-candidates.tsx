import { CandidateWords } from "./candidate-words.tsx";
import type { PlacedCandidate } from "./outcome.ts";
import type { Candidate } from "./round.ts";

interface OrderedCandidatesProps {
  /** Best first. */
  readonly order: readonly PlacedCandidate[];
  readonly candidates: readonly Candidate[];
}

/** An order with its places as text, so that ties ("3=") are read and printed as they are. */
export function OrderedCandidates({ order, candidates }: OrderedCandidatesProps) {
  const texts = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return (
    <ol className="plain-list">
      {order.map(({ id, place }) => (
        <li key={id} className="flex gap-3 border-t border-line py-2">
          <strong className="w-11 shrink-0">{place}</strong>
          <CandidateWords candidate={texts.get(id)} />
        </li>
      ))}
    </ol>
  );
}
