import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { Button } from "#app/ui/button.tsx";

import type { Choosable, ErasePageData } from "./choice.ts";
import { wordKinds } from "./theirs.ts";

interface SingleThingsProps extends Pick<ErasePageData, "records" | "worries"> {
  /** Where the choice is confirmed. */
  readonly action: string;
  readonly memberId: string;
  readonly privateNotes: number;
}

/** Single things of a person's, by their first words, to be chosen one by one. */
export function SingleThings({ action, memberId, records, worries, privateNotes }: SingleThingsProps) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("erasing.single")}</summary>
      <form method="get" action={action} className="stack mt-2">
        <input type="hidden" name="member" value={memberId} />
        {wordKinds.map((kind) => <OfKind key={kind} title={t(`erasing.kind.${kind}`)} records={records.filter((one) => one.kind === kind)} />)}
        {privateNotes > 0 ? (
          <Group title={t("erasing.kind.privateNotes")} hint={t("erasing.privateHint")}>
            <label className="choice"><input type="checkbox" name="privateNotes" value="yes" />{t("erasing.privateAll", { number: privateNotes })}</label>
          </Group>
        ) : null}
        {worries.length > 0 ? (
          <Group title={t("erasing.kind.worries")} hint={t("erasing.worriesHint")}>
            {worries.map(({ id, ...said }) => <label key={id} className="choice"><input type="checkbox" name="worry" value={id} /><span className="break-words min-w-0"><Words said={said} /></span></label>)}
          </Group>
        ) : null}
        <div><Button name="what" value="chosen">{t("erasing.goOn")}</Button></div>
      </form>
    </details>
  );
}

function OfKind({ title, records }: { readonly title: string; readonly records: readonly Choosable[] }) {
  const { t } = useTranslation();
  if (records.length === 0) return null;
  return (
    <Group title={title}>
      {records.map(({ id, text, lang, isShared, isHidden }) => (
        <label key={id} className="choice">
          <input type="checkbox" name="record" value={id} />
          <span className="break-words min-w-0">
            <Words said={{ text, lang }} />
            {isShared ? <span className="aside"> {t("erasing.shared")}</span> : null}
            {isHidden ? <span className="aside"> {t("erasing.hidden")}</span> : null}
          </span>
        </label>
      ))}
    </Group>
  );
}

function Group({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <fieldset className="stack-tight">
      <legend className="label">{title}</legend>
      {hint ? <p className="aside">{hint}</p> : null}
      {children}
    </fieldset>
  );
}
