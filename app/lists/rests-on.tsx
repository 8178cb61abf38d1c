import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import { restsOn } from "./behind.ts";
import { standing, type Item } from "./lists.doc.ts";
import type { Drafting } from "./use-drafting.ts";

/** The principles a priority rests on, and the choice of more. Not there for principles themselves. */
export function RestsOn({ drafting, item }: { readonly drafting: Drafting; readonly item: Item }) {
  const { t } = useTranslation();
  const { foundation, list, readOnly } = drafting;
  if (!foundation) return null;
  const principles = standing(foundation.list);
  const links = restsOn(item.id, list, foundation.list);
  if (readOnly && links.length === 0) return null;
  const free = principles.filter(({ id }) => !links.some(({ otherItemId }) => otherItemId === id));
  return (
    <details>
      <summary>{t("lists.rests.title", { number: links.length })}</summary>
      <div className="stack-tight py-2">
        <ul className="plain-list stack-tight">
          {links.map((link) => {
            const principle = principles.find(({ id }) => id === link.otherItemId);
            return (
              <li key={link.id} className="row">
                <span lang={principle?.lang}>{principle?.text}</span>
                {readOnly ? null : (
                  <ActForm drafting={drafting} itemId={item.id} act="unlink">
                    <Button look="link" name="link" value={link.id}>{t("lists.rests.unlink")}</Button>
                  </ActForm>
                )}
              </li>
            );
          })}
        </ul>
        {readOnly ? null : <ChoosePrinciple {...{ drafting, item, free }} />}
      </div>
    </details>
  );
}

function ChoosePrinciple({ drafting, item, free }: { readonly drafting: Drafting; readonly item: Item; readonly free: readonly Item[] }) {
  const { t } = useTranslation();
  const id = useId();
  if (drafting.foundation?.list.items.length === 0) return <p>{t("lists.rests.none")}</p>;
  if (free.length === 0) return null;
  return (
    <ActForm drafting={drafting} itemId={item.id} act="link" className="stack-tight">
      <label className="label" htmlFor={id}>{t("lists.rests.choose")}</label>
      <select id={id} name="other" className="input">
        {free.map((principle) => <option key={principle.id} value={principle.id} lang={principle.lang}>{principle.text}</option>)}
      </select>
      <Button look="quiet">{t("lists.rests.link")}</Button>
    </ActForm>
  );
}
