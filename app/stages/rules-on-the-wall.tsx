import { useTranslation } from "react-i18next";

import { useLanguage } from "#app/language/use-language.ts";
import { readList, type List } from "#app/lists/lists.doc.ts";
import { useDocument } from "#app/live/use-document.ts";

import type { Drafted } from "./room.ts";
import { rulesIn, type ShownRule } from "./rules-shown.ts";
import { useBoard } from "./use-board.ts";

/** As many rules as fit a wall of 720 pixels in two columns; the rest is counted. */
const ON_THE_WALL = 14;

/** The ground rules, large, and how many people agree to them. */
export function RulesOnTheWall({ rules }: { readonly rules: Drafted<List> }) {
  const { t } = useTranslation();
  const { rules: { assents } } = useBoard();
  const items = useRules(rules);
  const over = items.length - ON_THE_WALL;
  if (items.length === 0) return <p className="text-quiet">{t("rules.none")}</p>;
  return (
    <div className="text-[clamp(1.1rem,2.6vh,2rem)] leading-snug stack-tight">
      <ol className="list-decimal columns-2 gap-12 ps-8">
        {items.slice(0, ON_THE_WALL).map(({ id, text, lang }) => <li key={id} lang={lang} className="break-inside-avoid pb-2">{text}</li>)}
      </ol>
      {over > 0 ? <p className="text-quiet">{t("stages.projector.more", { count: over })}</p> : null}
      {assents > 0 ? <p className="font-bold">{t("rules.assents", { count: assents })}</p> : null}
    </div>
  );
}

/** The rules that stand, each as this page's language says it. */
export function useRules(rules: Drafted<List>): readonly ShownRule[] {
  const language = useLanguage();
  const { value } = useDocument({ documentId: rules.documentId, read: readList, initial: rules.initial });
  return rulesIn(value, language);
}

/** One quiet line of the wall: the rules go on being in view while something else is worked on. */
export function RulesLine({ rules }: { readonly rules: Drafted<List> }) {
  const { t } = useTranslation();
  const items = useRules(rules);
  if (items.length === 0) return null;
  return (
    <p className="truncate max-w-none text-xl text-quiet">
      <strong>{t("rules.title")}:</strong> {items.map(({ id, text, lang }, index) => <span key={id} lang={lang}>{index > 0 ? " · " : ""}{text.replace(/\.$/, "")}</span>)}
    </p>
  );
}
