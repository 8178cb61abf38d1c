import type { Questions } from "#app/questions/questions.doc.ts";
import { standingOf, titleOf, wordingsOf } from "#app/questions/standing.ts";

import type { Drafted } from "./room.ts";
import { Sentence } from "./said-on-the-wall.tsx";
import { useQuestions } from "./use-questions.ts";

/** As many lines as fit a wall of 720 pixels; the rest is counted. */
const ON_THE_WALL = 5;

/** The questions as they stand, large; those that go together on one line under their name. */
export function QuestionsOnTheWall({ document }: { readonly document: Drafted<Questions> }) {
  const value = useQuestions(document);
  const standing = standingOf(value);
  const over = standing.length - ON_THE_WALL;
  return (
    <>
      <p className="text-quiet"><Sentence say={(t) => t("questions.wall.count", { count: value.questions.length })} /></p>
      <ul className="list-disc ps-8">
        {standing.slice(0, ON_THE_WALL).map((stands) => (
          <li key={stands.id} className="line-clamp-2" lang={wordingsOf(stands)[0]?.lang}>
            {titleOf(stands)}{wordingsOf(stands).length > 1 ? <span className="text-quiet"> (+{wordingsOf(stands).length - 1})</span> : null}
          </li>
        ))}
      </ul>
      {over > 0 ? <p className="text-quiet"><Sentence say={(t) => t("questions.wall.more", { count: over })} /></p> : null}
    </>
  );
}
