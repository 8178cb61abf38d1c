/** What stands beside every stage: the rules in view, and a place to note what gets in the way. Fetched when the page stands, so that the first words come sooner. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#app/language/use-language.ts";
import { readList, type List } from "#app/lists/lists.doc.ts";
import { useDocument } from "#app/live/use-document.ts";
import { Barriers } from "#app/talk/barriers.tsx";
import { stillReflections } from "#app/talk/use-reflections.ts";

import type { Drafted, Room } from "./room.ts";
import { rulesIn } from "./rules-shown.ts";
import type { StageProps } from "./stage-props.ts";
import { useReflecting, useReflectingSetting } from "./use-reflecting.ts";

/** "Our rules (12)", folded: opens without a script too. */
export function RulesInView({ room, stage }: StageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  // Opened at a stage, it is folded again at the next: the work of the stage comes first.
  const [openAt, setOpenAt] = useState("");
  const isReady = stage.activity === "ready";
  const [list, setList] = useState<List | null>(room.rules?.initial ?? null);
  if (!room.rules || !list) return null;
  const rules = rulesIn(list, language);
  const follower = openAt === stage.id || isReady ? <Follow rules={room.rules} onNews={setList} /> : null;
  // Where the rules are made they stand in full.
  if (isReady) return follower;
  return (
    <details key={stage.id} className="card py-2" onToggle={({ currentTarget }) => setOpenAt(currentTarget.open ? stage.id : "")}>
      <summary className="font-bold">{t("rules.ours", { number: rules.length })}</summary>
      {follower}
      {rules.length === 0 ? <p className="py-2">{t("rules.none")}</p> : (
        <ol className="list-decimal stack-tight ps-8 py-2">
          {rules.map(({ id, text, lang }) => <li key={id} lang={lang}>{text}</li>)}
        </ol>
      )}
    </details>
  );
}

/**
 * Follows the rules only while somebody looks at them: a line for each phone all through a session, for words that
 * seldom change, would cost the host too much. What was last seen stays.
 */
function Follow({ rules, onNews }: { readonly rules: Drafted<List>; readonly onNews: (list: List) => void }) {
  const { value } = useDocument({ documentId: rules.documentId, read: readList, initial: rules.initial });
  // An effect because what it follows outlives it in the line above.
  useEffect(() => onNews(value), [value, onNews]);
  return null;
}

/** "Something gets in the way of good care? Note it", folded, at every stage. */
export function GetsInTheWay({ room, stageId }: { readonly room: Room; readonly stageId: string }) {
  const { t } = useTranslation();
  const [wasOpened, setOpened] = useState(false);
  if (!room.talk) return null;
  const props = { room, talk: room.talk, stageId };
  return (
    <details className="card py-2" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className="font-bold">{t("reflections.barriers.summary")}</summary>
      {wasOpened ? <LiveBarriers {...props} /> : <StillBarriers {...props} />}
    </details>
  );
}

interface BarriersProps {
  readonly room: Room;
  readonly talk: NonNullable<Room["talk"]>;
  readonly stageId: string;
}

function LiveBarriers({ room, talk, stageId }: BarriersProps) {
  return <Barriers reflecting={useReflecting(room, talk)} stageId={stageId} />;
}

function StillBarriers({ room, talk, stageId }: BarriersProps) {
  return <Barriers reflecting={stillReflections(talk, useReflectingSetting(room))} stageId={stageId} />;
}
