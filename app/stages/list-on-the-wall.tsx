import { useDocument } from "#app/live/use-document.ts";
import { readList, type List } from "#app/lists/lists.doc.ts";

import type { Drafted } from "./room.ts";
import { Sentence } from "./said-on-the-wall.tsx";

/** As many items as fit a wall of 720 pixels; the rest is counted. */
const ON_THE_WALL = 7;

/** A drafted list, large. */
export function ListOnTheWall({ list }: { readonly list: Drafted<List> }) {
  const { value } = useDocument({ documentId: list.documentId, read: readList, initial: list.initial });
  const items = value.items.filter(({ removed, text }) => !removed && text.trim() !== "");
  const over = items.length - ON_THE_WALL;
  if (items.length === 0) return <p className="text-quiet"><Sentence say={(t) => t("stages.projector.empty")} /></p>;
  return (
    <>
      <ol className="list-decimal ps-12 stack-tight">
        {items.slice(0, ON_THE_WALL).map(({ id, text, lang }) => <li key={id} lang={lang}>{text}</li>)}
      </ol>
      {over > 0 ? <p className="text-quiet"><Sentence say={(t) => t("stages.projector.more", { count: over })} /></p> : null}
    </>
  );
}
