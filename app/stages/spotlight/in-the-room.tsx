import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { blockAddress } from "#app/notes/addresses.ts";

import type { Room, RoomEvidence } from "#app/stages/room.ts";
import { useBoard } from "#app/stages/use-board.ts";

import { passageIn, type Spotlight } from "./spotlight.ts";

/** What the facilitator asks everybody to look at, over whatever stage is shown. The live region is always there, so that it is heard. */
export function SpotlightInRoom({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { spotlight, stages } = useBoard();
  const item = spotlight && room.evidence.find(({ itemId }) => itemId === spotlight.itemId);
  const reading = stages.find(({ activity }) => activity === "reading");
  return (
    <div role="status">
      {spotlight && item ? (
        <section className="notice stack-tight" aria-labelledby="spotlight-title">
          <h2 id="spotlight-title" className="text-xl">{t("spotlight.title")}</h2>
          <Shown item={item} spotlight={spotlight} />
          {spotlight.show === "passage" && reading ? <p><Link to={`?stage=${reading.id}&read=${item.itemId}#${blockAddress(item.notes.documentId, spotlight.blockId)}`}>{t("spotlight.inText")}</Link></p> : null}
        </section>
      ) : null}
    </div>
  );
}

/** The words, whose they are, and what the item does not tell us: that travels with it everywhere. */
export function Shown({ item, spotlight }: { readonly item: RoomEvidence; readonly spotlight: Spotlight }) {
  const { t } = useTranslation();
  const quote = spotlight.show === "passage" ? passageIn(item.blocks, spotlight) : null;
  return (
    <>
      {quote ? <blockquote className="lead whitespace-pre-line" lang={item.language}>{quote}</blockquote> : null}
      <p><span lang={item.language}>{item.title}</span> <span className="text-quiet">· {t(`evidence.kinds.${item.kind}`)}</span></p>
      <p className={quote ? "text-quiet" : "lead"}>
        <strong>{t("evidence.card.limitations")}:</strong> {item.limitationsNotKnown ? t("evidence.card.notKnown") : <span lang={item.language}>{item.limitations}</span>}
      </p>
    </>
  );
}
