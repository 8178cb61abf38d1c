/** Private notes where there is no JavaScript, and for everybody the page that shows what sharing would show. Carries no scripts. */
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import type { NotesPageProps, PrivateNoteView, ShareProps } from "./notes.ts";
import { ShareLinks } from "./share-links.tsx";

export function NotesPage({ sessionId, isOpen, lang, notes, ways, problem, typed }: NotesPageProps) {
  const { t } = useTranslation();
  const address = `/s/${sessionId}/thinking`;
  return (
    <Page title={t("thinking.title")}>
      <p>{t("thinking.only")}</p>
      {problem ? <Problem problem={problem} /> : null}
      {isOpen ? <NoteForm address={address} note={{ id: "", text: typed, lang }} label={t("thinking.newLabel")} button={t("thinking.add")} /> : <p>{t("thinking.closed")}</p>}
      {notes.length === 0 ? <p>{t("thinking.none")}</p> : null}
      <ol className="plain-list stack">
        {notes.map((note, index) => (
          <li key={note.id} className="stack-tight">
            {isOpen ? <NoteForm address={address} note={note} label={t("thinking.note", { number: index + 1 })} button={t("thinking.save")} /> : <p className="whitespace-pre-line" lang={note.lang}>{note.text}</p>}
            {note.sharedAs ? <p className="aside">{t(`thinking.shared.${note.sharedAs}`)} {t("thinking.stays")}</p> : null}
            {isOpen ? <ShareLinks address={address} noteId={note.id} ways={ways} /> : null}
          </li>
        ))}
      </ol>
      <p><a href={`/s/${sessionId}`}>{t("thinking.back")}</a></p>
    </Page>
  );
}

interface NoteFormProps {
  readonly address: string;
  /** `id` "" for a new one. */
  readonly note: Pick<PrivateNoteView, "id" | "text" | "lang">;
  readonly label: string;
  readonly button: string;
}

function NoteForm({ address, note: { id, text, lang }, label, button }: NoteFormProps) {
  return (
    <form method="post" action={address} className="card stack-tight">
      <input type="hidden" name="act" value="keep" />
      <input type="hidden" name="lang" value={lang} />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <label className="label" htmlFor={`text-${id}`}>{label}</label>
      <textarea id={`text-${id}`} name="text" rows={4} lang={lang} className="input max-w-none" defaultValue={text} />
      <Button look="quiet">{button}</Button>
    </form>
  );
}

/** What everybody will see, to be confirmed; and the words to be changed first. */
export function SharePage({ sessionId, noteId, lang, as, words, name, problem }: ShareProps) {
  const { t } = useTranslation();
  const address = `/s/${sessionId}/thinking`;
  const about = { id: noteId, as };
  return (
    <Page title={t("thinking.share.title")}>
      {problem ? <Problem problem={problem} /> : (
        <form method="post" action={address} className="stack">
          <p>{t("thinking.share.see")}</p>
          <figure className="card stack-tight">
            <figcaption className="aside">{t(`thinking.as.${as}`)}</figcaption>
            <blockquote className="whitespace-pre-line lead" lang={lang}>{words}</blockquote>
            <p className="aside" translate="no">{t("thinking.share.name", { name })}</p>
          </figure>
          <Hidden fields={{ act: "share", ...about, words }} />
          <div className="row">
            <Button>{t("thinking.share.yes")}</Button>
            <ButtonLink look="quiet" to={`/s/${sessionId}`} reloadDocument>{t("thinking.share.no")}</ButtonLink>
          </div>
        </form>
      )}
      <form method="post" action={address} className="stack-tight">
        <Hidden fields={{ act: "look", ...about }} />
        <p>{t("thinking.share.edit")}</p>
        <label className="label" htmlFor="words">{t("thinking.share.words")}</label>
        <textarea id="words" name="words" rows={4} lang={lang} className="input max-w-none" defaultValue={words} />
        <Button look="quiet">{t("thinking.share.look")}</Button>
      </form>
    </Page>
  );
}

export function RemovePage({ sessionId, note: { id, text, lang } }: { readonly sessionId: string; readonly note: PrivateNoteView }) {
  const { t } = useTranslation();
  return (
    <Page title={t("thinking.remove")}>
      <form method="post" action={`/s/${sessionId}/thinking`} className="stack">
        <blockquote className="whitespace-pre-line" lang={lang}>{text}</blockquote>
        <p>{t("thinking.removeSure")}</p>
        <Hidden fields={{ act: "remove", id }} />
        <div className="row">
          <Button look="danger">{t("thinking.removeYes")}</Button>
          <ButtonLink look="quiet" to={`/s/${sessionId}`} reloadDocument>{t("common.cancel")}</ButtonLink>
        </div>
      </form>
    </Page>
  );
}

function Hidden({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  return <>{Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}</>;
}

function Problem({ problem }: { readonly problem: WordKey }) {
  const { t } = useTranslation();
  return <Notice tone="problem"><p role="alert"><span className="visually-hidden">{t("common.problem.title")}: </span>{t(problem)}</p></Notice>;
}
