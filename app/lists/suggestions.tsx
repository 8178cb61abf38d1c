import { useTranslation } from "react-i18next";

import { inLanguage } from "#app/language/bilingual.ts";
import { useLanguage } from "#app/language/use-language.ts";
import { Button } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import { notYetOn } from "./suggested.ts";
import type { Drafting } from "./use-drafting.ts";

/** What is suggested and does not stand on the list yet: each is added with a tap, or, by whoever may, all together. */
export function Suggestions({ drafting }: { readonly drafting: Drafting }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { items, list, suggested = [], mayAddAll, readOnly } = drafting;
  const wordings = notYetOn(list.items, suggested).map((one) => ({ id: one.id, ...inLanguage(one, language) }));
  if (readOnly || wordings.length === 0) return null;
  return (
    <div className="stack-tight">
      {mayAddAll ? (
        <ActForm drafting={drafting} act="addAll">
          <input type="hidden" name="texts" value={wordings.map(({ id, text }) => `${id} ${text}`).join("\n")} />
          <input type="hidden" name="lang" value={language} />
          <Button look={items.length > 0 ? "quiet" : undefined}>{t(items.length > 0 ? "lists.rules.addRest" : "lists.rules.addAll")}</Button>
        </ActForm>
      ) : null}
      <details open={items.length === 0 && !mayAddAll}>
        <summary>{t("lists.rules.suggested", { number: wordings.length })}</summary>
        <ul className="plain-list stack-tight py-2">
          {wordings.map(({ id, text, lang }) => (
            <li key={id} className="card stack-tight" tabIndex={-1}>
              <p lang={lang}>{text}</p>
              <ActForm drafting={drafting} act="add">
                <input type="hidden" name="as" value={id} />
                <input type="hidden" name="text" value={text} />
                <input type="hidden" name="lang" value={lang} />
                <Button look="quiet">{t("lists.rules.addThis")}<span className="visually-hidden">: {text}</span></Button>
              </ActForm>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
