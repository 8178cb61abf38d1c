import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button, ButtonLink } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import { wordsMarked, type Source, type SourceNote } from "./sources.ts";
import type { Drafting } from "./use-drafting.ts";

/** What choosing needs of a list: the page for browsers without JavaScript has no more than this. */
export type Choosing = Pick<Drafting, "act" | "address" | "documentId" | "back" | "sources" | "nameOf"> & { readonly list: Pick<Drafting["list"], "quotes"> };

interface Props {
  readonly drafting: Choosing;
  readonly itemId: string;
  /** Closes it where it was opened in place; null on a page of its own. */
  readonly onDone: (() => void) | null;
}

/** The notes on the session's evidence, by item of evidence, to put behind an item of the list. */
export function QuoteChooser({ drafting, itemId, onDone }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // It opens beside the link that was pressed; focus can go there once it stands.
  const isInPlace = onDone !== null;
  useEffect(() => { if (isInPlace) heading.current?.focus(); }, [isInPlace]);
  const sources = drafting.sources.filter(({ notes }) => notes.length > 0);
  return (
    <div className="card stack-tight">
      <h2 ref={heading} tabIndex={-1} className="text-xl">{t("lists.chooser.title")}</h2>
      {sources.length === 0 ? <p>{t("lists.chooser.none")}</p> : null}
      {sources.map((source) => (
        <details key={source.documentId} open={sources.length === 1}>
          <summary><cite lang={source.lang}>{source.title}</cite> ({t("lists.chooser.notes", { count: source.notes.length })})</summary>
          <ul className="plain-list stack py-2">
            {source.notes.map((note) => <NoteToChoose key={note.id} {...{ drafting, itemId, source, note }} />)}
          </ul>
        </details>
      ))}
      {onDone ? <Button type="button" look="quiet" onClick={onDone}>{t("lists.chooser.done")}</Button> : <ButtonLink look="quiet" to={drafting.back}>{t("lists.chooser.done")}</ButtonLink>}
    </div>
  );
}

function NoteToChoose({ drafting, itemId, source, note }: Omit<Props, "onDone"> & { readonly source: Source; readonly note: SourceNote }) {
  const { t } = useTranslation();
  const isBehind = drafting.list.quotes.some((quote) => quote.itemId === itemId && quote.documentId === source.documentId && quote.noteId === note.id);
  return (
    <li className="stack-tight">
      <blockquote className="whitespace-pre-line" lang={source.lang}>{wordsMarked(note)}</blockquote>
      <p className="aside">{drafting.nameOf(note.by)}: <span lang={note.lang}>{note.words}</span></p>
      <ActForm drafting={drafting} itemId={itemId} act="attach">
        {/* The same button before and after, so that focus stays. */}
        <Button look="quiet" name="note" value={`${source.documentId}/${note.id}`} aria-disabled={isBehind || undefined}>
          {t(isBehind ? "lists.chooser.already" : "lists.chooser.add")}
        </Button>
      </ActForm>
    </li>
  );
}
