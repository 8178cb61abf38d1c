import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { AliasName } from "#app/session/alias-name.tsx";

import type { RecordReply } from "./record.ts";
import { RefLink } from "./ref-link.tsx";
import type { ReportQuote } from "./report.ts";

/** The quotes behind an item, each with where it stands and who marked it, saying why. */
export function QuoteList({ quotes }: { readonly quotes: readonly ReportQuote[] }) {
  const { t } = useTranslation();
  if (quotes.length === 0) return null;
  return (
    <div className="stack-tight">
      <h4>{t("report.quotes")}</h4>
      <ul className="plain-list stack">
        {quotes.map((quote) => <li key={quote.id}><Quote quote={quote} /></li>)}
      </ul>
    </div>
  );
}

function Quote({ quote }: { readonly quote: ReportQuote }) {
  return (
    <div className="report-quote stack-tight">
      <blockquote className="whitespace-pre-line"><p><Words said={quote} /></p></blockquote>
      <Source source={quote.source} />
      {quote.source ? <NoteBehind note={quote.note} /> : null}
    </div>
  );
}

function Source({ source }: { readonly source: ReportQuote["source"] }) {
  const { t } = useTranslation();
  if (!source) return <p className="aside">{t("report.quote.lost")}</p>;
  return (
    <p>
      <RefLink to={source.passage} />: <span lang={source.title.lang}>{source.title.text}</span> · {t(`report.evidence.kind.${source.kind}`)}
    </p>
  );
}

function NoteBehind({ note }: { readonly note: ReportQuote["note"] }) {
  const { t } = useTranslation();
  if (!note) return <p className="aside">{t("report.quote.noteGone")}</p>;
  return (
    <>
      <p><strong><AliasName alias={note.by} />:</strong> <Words said={note} /></p>
      <ReplyList replies={note.replies} />
    </>
  );
}

/** What others said to a note. A challenge stands with its reason. */
export function ReplyList({ replies }: { readonly replies: readonly RecordReply[] }) {
  const { t } = useTranslation();
  if (replies.length === 0) return null;
  return (
    <ul className="report-replies plain-list stack-tight">
      {replies.map((reply) => (
        <li key={reply.id}>
          <strong><AliasName alias={reply.by} /></strong> {t(`report.way.${reply.way}`)}: <Words said={{ text: reply.words, lang: reply.lang }} />
          {reply.because ? <> – {t("report.quote.because")} <Words said={{ text: reply.because, lang: reply.lang }} /></> : null}
        </li>
      ))}
    </ul>
  );
}
