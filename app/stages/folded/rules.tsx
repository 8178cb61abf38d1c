import { useTranslation } from "react-i18next";

import { useLanguage } from "#app/language/use-language.ts";
import type { List } from "#app/lists/lists.doc.ts";
import type { Folded as Fold } from "#app/stages/fold.tsx";
import type { Drafted } from "#app/stages/room.ts";
import { RulesFollowed } from "#app/stages/rules-followed.tsx";
import { rulesIn, sayLimits } from "#app/stages/rules-shown.ts";

interface Props extends Fold {
  readonly rules: Drafted<List>;
  /** As last seen. */
  readonly list: List;
  readonly onNews: (list: List) => void;
}

/** The rules, followed while they are looked at. */
export function Folded({ rules, list, onNews, isOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = rulesIn(list, language);
  return (
    <>
      {isOpen ? <RulesFollowed rules={rules} onNews={onNews} /> : null}
      {shown.length === 0 ? <p className="py-2">{t("rules.none")}</p> : (
        <ol className="list-decimal stack-tight ps-8 py-2">
          {shown.map(({ id, text, lang }) => <li key={id} lang={lang}>{text}</li>)}
        </ol>
      )}
      {sayLimits(shown) ? null : <p>{t("stages.room.limits")}</p>}
    </>
  );
}
