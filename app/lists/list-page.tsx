/** What the desk answers where there is no JavaScript: the choice of quotes, and what could not be done as it was asked. */
import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";

import type { Person } from "#app/live/person.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import type { Quote } from "./lists.doc.ts";
import { QuoteChooser } from "./quote-chooser.tsx";
import type { Source } from "./sources.ts";

interface Props {
  readonly about: { readonly documentId: string; readonly itemId: string; readonly back: string; readonly areBothKept: boolean };
  /** Where forms are posted. */
  readonly address: string;
  readonly sources: readonly Source[];
  readonly quotes: readonly Quote[];
  readonly people: readonly Person[];
  /** The desk's answer to a form that it could not follow. */
  readonly answer: SubmissionResult<string[]> | undefined;
}

export function ListPage({ about, address, sources, quotes, people, answer }: Props) {
  const { t } = useTranslation();
  const { documentId, itemId, back, areBothKept } = about;
  if (answer) return <RefusedAct answer={answer} room={back} />;
  if (areBothKept) return <BothKept back={back} itemId={itemId} />;
  const nameOf = (memberId: string) => people.find(({ id }) => id === memberId)?.name ?? t("lists.history.past");
  return (
    <Page title={t("lists.chooser.title")}>
      <QuoteChooser drafting={{ address, documentId, back, sources, nameOf, list: { quotes }, act: () => null }} itemId={itemId} onDone={null} />
    </Page>
  );
}

/** A form of acts.ts as it came. */
type Posted = Record<"act" | "item" | "document" | "back" | "before" | "lang" | "text", string>;

/** What was asked could not be done: says why, and keeps every word for another try. */
function RefusedAct({ answer, room }: { readonly answer: SubmissionResult<string[]>; readonly room: string }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<Posted>({ lastResult: answer });
  const { act, item, document, back, before, lang, text } = fields;
  const hasWords = act.initialValue === "add" || act.initialValue === "reword";
  return (
    <Page title={t("lists.refused.title")}>
      <form method="post" className="stack" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        {[act, item, document, back, before, lang].map(({ name, initialValue }) => initialValue ? <input key={name} type="hidden" name={name} value={initialValue} /> : null)}
        {hasWords ? <TextArea field={text} label={t("lists.refused.words")} rows={6} lang={lang.initialValue ?? ""} /> : null}
        <div className="row">
          {hasWords ? <Button>{t("lists.refused.again")}</Button> : null}
          <ButtonLink look="quiet" to={back.initialValue?.startsWith(room) ? back.initialValue : room} reloadDocument>{t("lists.chooser.done")}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}

/** Two people changed the same words; nobody's are lost. */
function BothKept({ back, itemId }: { readonly back: string; readonly itemId: string }) {
  const { t } = useTranslation();
  return (
    <Page title={t("lists.bothKept.title")}>
      <Notice><p>{t("lists.bothKept.body")}</p></Notice>
      <ButtonLink to={`${back}#item-${itemId}`} reloadDocument>{t("lists.chooser.done")}</ButtonLink>
    </Page>
  );
}
