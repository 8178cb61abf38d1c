import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { AnnotatedText } from "#app/notes/annotated-text.tsx";

import type { Room, RoomEvidence } from "#app/stages/room.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { usePerson } from "#app/stages/use-person.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { Limitations } from "./limitations.tsx";

/** The evidence on the table; one item is read at a time, and a single item is opened at once. */
export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = room.evidence.find(({ itemId }) => itemId === search.get("read"));
  const only = room.evidence.length === 1 ? room.evidence[0] : undefined;
  const item = asked ?? only;
  if (room.evidence.length === 0) return <p>{t("stages.reading.none")}</p>;
  if (!item) return <EvidenceChoice evidence={room.evidence} />;
  return (
    <div className="stack">
      {only ? null : <p><ReadLink itemId={null}>← {t("stages.reading.back")}</ReadLink></p>}
      <OpenItem key={item.itemId} item={item} room={room} />
    </div>
  );
}

function EvidenceChoice({ evidence }: { readonly evidence: readonly RoomEvidence[] }) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="choose-evidence">
      <h2 id="choose-evidence">{t("stages.reading.choose")}</h2>
      <ul className="plain-list grid gap-4 md:grid-cols-2">
        {evidence.map((item) => (
          <li key={item.itemId} className="card stack-tight">
            <p className="aside">{t(`evidence.kinds.${item.kind}`)}</p>
            <h3><ReadLink itemId={item.itemId}><span lang={item.language}>{item.title}</span></ReadLink></h3>
            <p className="aside" lang={item.language}>{item.perspective}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link to an item (null: to all of them) that keeps the stage a person is looking at. */
function ReadLink({ itemId, children }: { readonly itemId: string | null; readonly children: ReactNode }) {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (itemId) next.set("read", itemId);
  else next.delete("read");
  return <Link to={`?${next}`}>{children}</Link>;
}

function OpenItem({ item, room }: { readonly item: RoomEvidence; readonly room: Room }) {
  const { t } = useTranslation();
  const { state } = useBoard();
  const authorOf = usePerson();
  return (
    <article className="stack">
      <header className="stack-tight">
        <p className="aside">{t(`evidence.kinds.${item.kind}`)} · <span lang={item.language}>{item.perspective}</span></p>
        <h2 lang={item.language}>{item.title}</h2>
        <Limitations item={item} />
        {room.me.role === "facilitator" && state === "open" ? <p><a href={`/sessions/${room.sessionId}/spotlight?item=${item.itemId}`}>{t("spotlight.choose")}</a></p> : null}
      </header>
      <AnnotatedText
        text={item}
        documentId={item.notes.documentId}
        initial={item.notes.initial}
        me={room.me.id}
        myLang={room.me.language}
        open={state === "open"}
        authorOf={authorOf}
        action={`/s/${room.sessionId}/notes`}
      />
    </article>
  );
}
