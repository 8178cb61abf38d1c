import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { evidenceKindSchema } from "#app/evidence/kinds.ts";
import { Button } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import { quotesOf } from "./behind.ts";
import { Kind } from "./kinds-behind.tsx";
import type { Item, Quote } from "./lists.doc.ts";
import { QuoteChooser } from "./quote-chooser.tsx";
import type { Drafting } from "./use-drafting.ts";

interface Props {
  readonly drafting: Drafting;
  readonly item: Item;
}

/** The quotes attached to an item, and the way to more. */
export function WordsBehind({ drafting, item }: Props) {
  const { t } = useTranslation();
  const quotes = quotesOf(item.id, drafting.list.quotes);
  if (drafting.readOnly && quotes.length === 0) return null;
  return (
    <details>
      <summary>{t("lists.words", { number: quotes.length })}</summary>
      <div className="stack-tight py-2">
        <ul className="plain-list stack-tight">
          {quotes.map((quote) => <QuoteBehind key={quote.id} {...{ drafting, item, quote }} />)}
        </ul>
        {drafting.readOnly ? null : <AddWords drafting={drafting} item={item} />}
      </div>
    </details>
  );
}

function QuoteBehind({ drafting, item, quote }: Props & { readonly quote: Quote }) {
  const { t } = useTranslation();
  const title = drafting.sources.find(({ evidenceItemId }) => evidenceItemId === quote.evidenceItemId);
  const kind = evidenceKindSchema.safeParse(quote.kind);
  return (
    <li className="stack-tight">
      <blockquote className="whitespace-pre-line" lang={quote.lang}>{quote.exact}</blockquote>
      <div className="row aside">
        {kind.success ? <Kind kind={kind.data} /> : null}
        {title ? <cite lang={title.lang}>{title.title}</cite> : null}
        {drafting.readOnly ? null : (
          <ActForm drafting={drafting} itemId={item.id} act="detach">
            <Button look="link" name="quote" value={quote.id}>{t("lists.detach")}</Button>
          </ActForm>
        )}
      </div>
    </li>
  );
}

/** A link to a page of its own; with JavaScript the same opens in place. */
function AddWords({ drafting, item }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const query = new URLSearchParams({ document: drafting.documentId, item: item.id, back: drafting.back });
  function close() {
    setOpen(false);
    link.current?.focus();
  }
  function open(event: { preventDefault(): void }) {
    if (!drafting.doc) return;
    event.preventDefault();
    setOpen(true);
  }
  return (
    <>
      <p><a ref={link} href={`${drafting.address}?${query}`} aria-expanded={drafting.doc ? isOpen : undefined} onClick={open}>{t("lists.addWords")}</a></p>
      {isOpen ? <QuoteChooser drafting={drafting} itemId={item.id} onDone={close} /> : null}
    </>
  );
}
