import { useTranslation } from "react-i18next";

import { useLanguage } from "#app/language/use-language.ts";

import { Doings } from "./item-card.tsx";
import { ItemWords } from "./item-words.tsx";
import type { Item } from "./lists.doc.ts";
import { wordingFor } from "./suggested.ts";
import type { Drafting } from "./use-drafting.ts";

interface Props {
  readonly drafting: Drafting;
  readonly item: Item;
  /** 1 is first. */
  readonly place: number;
}

/** An item of a list that is read more often than written: its words stand plainly, and changing them is folded away. */
export function FoldedCard({ drafting, item, place }: Props) {
  const { t } = useTranslation();
  const shown = wordingFor(item, drafting.suggested ?? [], useLanguage());
  const label = t(`lists.${drafting.kind}.item`, { place });
  const isWritten = drafting.others.some(({ typing }) => typing === item.id);
  return (
    <>
      <p className="flex gap-3 pe-10">
        <span className="font-bold" aria-hidden="true">{place}</span>
        <span className="whitespace-pre-line" lang={shown.lang}>{shown.text}</span>
      </p>
      {drafting.readOnly ? null : (
        <details>
          <summary>{t("lists.rules.change")}<span className="visually-hidden">: {label}</span>{isWritten ? <span className="aside"> · {t("lists.rules.beingChanged")}</span> : null}</summary>
          <div className="stack-tight py-2">
            {shown.lang === item.lang ? null : <p className="aside">{t("lists.rules.asAdded")}</p>}
            <ItemWords drafting={drafting} item={item} label={label} />
            <Doings {...{ drafting, item, place, label }} />
          </div>
        </details>
      )}
    </>
  );
}
