import { useCallback, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { newId } from "#app/live/records.doc.ts";
import { Button } from "#app/ui/button.tsx";
import type { KeepingState } from "#app/ui/note-keeper.ts";
import { readJson } from "#app/ui/read-json.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useNoteKeeper } from "#app/ui/use-note-keeper.ts";

import type { PrivateNoteView, Sharing } from "./notes.ts";
import { ShareLinks } from "./share-links.tsx";

interface Props {
  readonly sessionId: string;
  /** The language this person writes in. */
  readonly lang: string;
  readonly isOpen: boolean;
  /** As what a note can be shared in this session. */
  readonly ways: readonly Sharing[];
}

/**
 * A person's private notes, kept as they are typed. They are fetched for this page alone: nothing that anybody else
 * loads has them. Without JavaScript a plain form keeps one, and a page of its own has them all.
 */
export function PrivateNotes({ sessionId, lang, isOpen, ways }: Props) {
  const { t } = useTranslation();
  const address = `/s/${sessionId}/thinking`;
  const { notes, begin } = useOwnNotes(address);
  return (
    <div className="stack">
      <p className="aside">{t("thinking.only")}</p>
      {isOpen ? <NewNote key={begin.id} id={begin.id} address={address} lang={lang} ways={ways} onAnother={begin.another} /> : <p>{t("thinking.closed")}</p>}
      {notes.length > 0 ? (
        <ol className="plain-list stack">
          {notes.map((note, index) => <li key={note.id} className="stack-tight"><KeptNote note={note} number={index + 1} address={address} ways={ways} /></li>)}
        </ol>
      ) : null}
      <noscript><p><a href={address}>{t("thinking.title")}</a></p></noscript>
    </div>
  );
}

/** The box that stands when the page comes; those begun later have ids of their own. */
const FIRST = "first";

/** Notes of earlier, fetched once and whenever another is begun; and the one being begun. */
function useOwnNotes(address: string) {
  const [notes, setNotes] = useState<readonly PrivateNoteView[]>([]);
  const [id, setId] = useState(FIRST);
  const load = useCallback(() => void readJson<{ notes: readonly PrivateNoteView[] }>(`${address}/kept`).then((now) => now && setNotes(now.notes)), [address]);
  // An effect because fetching is something the page does beside rendering.
  useEffect(load, [load]);
  const another = () => {
    setId(newId());
    load();
  };
  return { notes, begin: { id, another } };
}

interface NewNoteProps {
  /** Tells one beginning from the next. */
  readonly id: string;
  readonly address: string;
  readonly lang: string;
  readonly ways: readonly Sharing[];
  readonly onAnother: () => void;
}

/** A box that keeps what is typed; its button begins another. A plain form until the page is awake. */
function NewNote({ id: begun, address, lang, ways, onAnother }: NewNoteProps) {
  const { t } = useTranslation();
  const label = useId();
  const isAwake = useHydrated();
  const box = useRef<HTMLTextAreaElement>(null);
  const [id] = useState(() => newId());
  const { state, typed } = useNoteKeeper({ address: `${address}/kept`, fields: { act: "keep", id, lang } });
  // Typed before the page was awake: React has not heard of it. Whoever began another stands in its box.
  useEffect(() => {
    if (box.current?.value) typed(box.current.value);
    if (begun !== FIRST) box.current?.focus();
  }, [typed, begun]);
  return (
    <form method="post" action={address} className="card stack-tight" onSubmit={(event) => { event.preventDefault(); onAnother(); }}>
      <label className="label" htmlFor={label}>{t("thinking.newLabel")}</label>
      <p className="field-hint" id={`${label}-hint`}>{t("thinking.newHint")}</p>
      <input type="hidden" name="act" value="keep" />
      <input type="hidden" name="lang" value={lang} />
      <textarea ref={box} id={label} name="text" rows={5} lang={lang} className="input max-w-none" data-live="" aria-describedby={`${label}-hint`} onChange={({ target }) => typed(target.value)} />
      <div className="row justify-between">
        <Button look="quiet" disabled={isAwake && state !== "kept"}>{t(isAwake ? "thinking.another" : "thinking.add")}</Button>
        <Keeping state={state} />
      </div>
      {state === "kept" ? <ShareLinks address={address} noteId={id} ways={ways} /> : null}
    </form>
  );
}

/** A note of earlier: its words can be changed, shared, or taken away. */
function KeptNote({ note, number, address, ways }: Pick<NewNoteProps, "address" | "ways"> & { readonly note: PrivateNoteView; readonly number: number }) {
  const { t } = useTranslation();
  const id = useId();
  const { state, typed } = useNoteKeeper({ address: `${address}/kept`, fields: { act: "keep", id: note.id, lang: note.lang } });
  return (
    <>
      <label className="label" htmlFor={id}>{t("thinking.note", { number })}</label>
      <textarea id={id} rows={3} lang={note.lang} className="input max-w-none" data-live="" defaultValue={note.text} onChange={({ target }) => typed(target.value)} />
      <Keeping state={state === "idle" ? "kept" : state} />
      {note.sharedAs ? <p className="aside">{t(`thinking.shared.${note.sharedAs}`)} {t("thinking.stays")}</p> : null}
      <ShareLinks address={address} noteId={note.id} ways={ways} />
    </>
  );
}

/** "Kept" or "Waiting", always in words; said politely when it changes. */
function Keeping({ state }: { readonly state: KeepingState }) {
  const { t } = useTranslation();
  const isProblem = typeof state === "object";
  return <p role="status" className={state === "kept" || state === "idle" ? "aside min-h-7" : "tag font-bold"}>{isProblem ? t(state.problem) : state === "idle" ? "" : t(`thinking.${state}`)}</p>;
}
