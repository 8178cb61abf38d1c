import { useTranslation } from "react-i18next";

import { useDocument } from "#app/live/use-document.ts";
import { reviewSubjects, type ReviewSubject } from "#app/talk/kinds.ts";
import { readTalk, type Talk } from "#app/talk/talk.doc.ts";

import type { Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";

/** The latest words of each subject that fit a wall of 720 pixels; the rest is counted. */
const ON_THE_WALL = 2;

/** What was written about the talk, by subject and without names. */
export function Projector({ room }: StageProps) {
  return room.talk ? <Written talk={room.talk} /> : null;
}

function Written({ talk }: { readonly talk: NonNullable<Room["talk"]> }) {
  const { value } = useDocument({ documentId: talk.documentId, read: readTalk, initial: talk.initial });
  return (
    <div className="grid grid-cols-3 gap-x-8 gap-y-4 text-[clamp(1.1rem,2.4vh,1.8rem)] leading-snug">
      {reviewSubjects.map((about) => <Subject key={about} about={about} talk={value} />)}
    </div>
  );
}

function Subject({ about, talk }: { readonly about: ReviewSubject; readonly talk: Talk }) {
  const { t } = useTranslation();
  const written = talk.review.filter((words) => words.about === about);
  const over = written.length - ON_THE_WALL;
  return (
    <section className="min-w-0">
      <h2 className="text-[1.2em]">{t(`reflections.review.subjects.${about}.name`)}</h2>
      <p className="text-quiet">{t(`reflections.review.subjects.${about}.about`)}</p>
      {written.slice(-ON_THE_WALL).map(({ id, words, lang }) => <p key={id} lang={lang} className="line-clamp-3">“{words}”</p>)}
      {over > 0 ? <p className="text-quiet">{t("stages.projector.more", { count: over })}</p> : null}
    </section>
  );
}
