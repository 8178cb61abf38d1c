import { useDocument } from "#app/live/use-document.ts";
import { readTalk, type Talk } from "#app/talk/talk.doc.ts";

import type { Drafted } from "#app/stages/room.ts";
import { Sentence } from "#app/stages/said-on-the-wall.tsx";
import type { StageProps } from "#app/stages/stage-props.ts";

/** As many as fit a wall of 720 pixels: the latest. */
const ON_THE_WALL = 24;

export function Projector({ room }: StageProps) {
  return room.talk ? <Ideas talk={room.talk} /> : null;
}

function Ideas({ talk }: { readonly talk: Drafted<Talk> }) {
  const { value } = useDocument({ ...talk, read: readTalk });
  if (value.concepts.length === 0) return <p className="text-quiet"><Sentence say={(t) => t("concepts.none")} /></p>;
  return (
    <ul className="plain-list row">
      {value.concepts.slice(-ON_THE_WALL).map(({ id, words, lang }) => <li key={id} className="tag projector-tag" lang={lang}>{words}</li>)}
    </ul>
  );
}
