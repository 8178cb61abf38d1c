import { useDocument } from "#app/live/use-document.ts";
import { penned, type Wording } from "#app/scribe/penned.ts";
import { reviewSubjects, type ReviewSubject } from "#app/talk/kinds.ts";
import { readTalk } from "#app/talk/talk.doc.ts";

import type { Room } from "#app/stages/room.ts";
import { Sentence, useWallLanguages } from "#app/stages/said-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";

/** What was written about the talk, by subject and without names. */
export function Projector({ room }: StageProps) {
  return room.talk ? <Written talk={room.talk} /> : null;
}

function Written({ talk }: { readonly talk: NonNullable<Room["talk"]> }) {
  const { value } = useDocument({ documentId: talk.documentId, read: readTalk, initial: talk.initial });
  const { talk: { floor: { wroteForOthers } } } = useBoard();
  const review = penned(value.review, value.corrections, new Set(wroteForOthers));
  return (
    <div className="projector-small grid grid-cols-3 gap-x-8 gap-y-2 leading-snug">
      {reviewSubjects.map((about) => <Subject key={about} about={about} written={review.filter((words) => words.about === about)} isFirst={review.length === 0} />)}
    </div>
  );
}

interface SubjectProps {
  readonly about: ReviewSubject;
  readonly written: readonly (Wording & { readonly id: string })[];
  /** Nobody has written anything yet. */
  readonly isFirst: boolean;
}

/** Of each subject a wall of 720 pixels has room for what it is about, until somebody writes; then for the latest words, and the rest is counted. */
function Subject({ about, written, isFirst }: SubjectProps) {
  const isInBoth = useWallLanguages().length > 1;
  const over = written.length - 1;
  return (
    <section className="min-w-0">
      <h2 className="text-[1.05em]"><Sentence say={(t) => t(`reflections.review.subjects.${about}.name`)} /></h2>
      {isInBoth || !isFirst ? null : <p className="text-quiet"><Sentence say={(t) => t(`reflections.review.subjects.${about}.about`)} /></p>}
      {written.slice(-1).map(({ id, words, lang }) => <p key={id} lang={lang} className="line-clamp-2">“{words}”</p>)}
      {over > 0 ? <p className="text-quiet"><Sentence say={(t) => t("stages.projector.more", { count: over })} /></p> : null}
    </section>
  );
}
