import { useTranslation } from "react-i18next";

import type { RoomEvidence } from "#app/stages/room.ts";

import { passageIn, type Spotlight } from "./spotlight.ts";

interface OnWallProps {
  readonly item: RoomEvidence;
  readonly spotlight: Spotlight;
}

/** In place of the stage: the passage, as large as it fits, with its item and what that does not tell us. */
export function SpotlightOnWall({ item, spotlight }: OnWallProps) {
  const { t } = useTranslation();
  const quote = spotlight.show === "passage" ? passageIn(item.blocks, spotlight) : null;
  const limitations = item.limitationsNotKnown ? t("evidence.card.notKnown") : item.limitations;
  const lang = item.limitationsNotKnown ? undefined : item.language;
  const large = quote ?? limitations;
  return (
    <>
      <h1 className="text-2xl text-quiet"><span lang={item.language}>{item.title}</span> · {t(`evidence.kinds.${item.kind}`)}</h1>
      {quote ? null : <p className="text-3xl font-bold">{t("evidence.card.limitations")}</p>}
      <blockquote className="projector-quote min-h-0 flex-1 overflow-hidden" data-length={lengthOf(large)} lang={quote ? item.language : lang}>{large}</blockquote>
      {quote ? <p><strong>{t("evidence.card.limitations")}:</strong> <span lang={lang}>{limitations}</span></p> : null}
    </>
  );
}

/** How large the words can stand: by their number, since a wall does not scroll. */
function lengthOf({ length }: string): "short" | "medium" | "long" | "full" {
  if (length <= 200) return "short";
  if (length <= 450) return "medium";
  return length <= 900 ? "long" : "full";
}
