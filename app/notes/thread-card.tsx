import type { TFunction } from "i18next";
import { memo, useState, type ReactNode } from "react";

import { Act } from "./act.tsx";
import type { NoteActs, TakenBack } from "./acts.ts";
import { addressOf, markId, noteId, type Desk } from "./addresses.ts";
import type { Author, AuthorOf } from "./author.ts";
import { EditForm } from "./edit-form.tsx";
import type { Reply } from "./notes.doc.ts";
import { ReplyForm } from "./reply-form.tsx";
import { quoteOf, type Thread } from "./threads.ts";

/** What every card of a list is drawn with. */
export interface CardSetting {
  /** Asked for once: for every card anew it would cost more than drawing the card. */
  readonly t: TFunction;
  /** The words that stand on every card, looked up once for the same reason. */
  readonly says: { readonly you: string; readonly reply: string; readonly edit: string; readonly takeBack: string };
  /** Sets this text apart from others on the page. */
  readonly scope: string;
  /** Language of the text. */
  readonly textLang: string;
  /** This page's member. */
  readonly me: string;
  /** Language this member writes in. */
  readonly myLang: string;
  readonly mayWrite: boolean;
  readonly authorOf: AuthorOf;
  readonly desk: Desk;
  readonly acts: NoteActs;
  readonly onTakenBack: (taken: TakenBack) => void;
}

interface ThreadCardProps {
  readonly thread: Thread;
  readonly setting: CardSetting;
}

/** A note: who, on which words, why it matters, and what was said to it. */
export const ThreadCard = memo(function ThreadCard({ thread, setting }: ThreadCardProps) {
  const { note, places, replies } = thread;
  const { t, authorOf, textLang, scope } = setting;
  const [first] = places;
  const quote = quoteOf(note);
  return (
    <li id={noteId(note.id)} tabIndex={-1} className="note card stack-tight">
      <Signed author={authorOf(note.by)} you={note.by === setting.me ? setting.says.you : null} />
      <blockquote className="note-quote" lang={textLang}>
        {first ? <a href={`#${markId(scope, first.blockId, first.start)}`} aria-label={t("notes.toText", { quote: shortened(quote) })}>{shortened(quote)}</a> : quote}
      </blockquote>
      {places.some(({ how }) => how === "fuzzy") ? <p className="aside">{t("notes.corrected")}</p> : null}
      <NoteWords thread={thread} setting={setting} />
      <Replies replies={replies} setting={setting} />
    </li>
  );
}, isSameCard);

/** Every change in the document makes all records anew; a card is drawn again only when what it says has changed. */
function isSameCard(before: ThreadCardProps, now: ThreadCardProps): boolean {
  return before.setting === now.setting && JSON.stringify(before.thread) === JSON.stringify(now.thread);
}

/** Long passages are read in the text; the card only has to tell which one it is. */
const SHOWN_QUOTE = 160;

function shortened(quote: string): string {
  const letters = [...quote];
  return letters.length <= SHOWN_QUOTE ? quote : `${letters.slice(0, SHOWN_QUOTE).join("").trimEnd()}…`;
}

function Signed({ author, you, children }: { readonly author: Author; readonly you: string | null; readonly children?: ReactNode }) {
  return (
    <p className="note-by">
      <span className="note-initials" aria-hidden="true">{author.initials}</span>
      <span><strong>{author.name}</strong>{you ? ` (${you})` : null}{author.perspective ? `, ${author.perspective}` : null}{children}</span>
    </p>
  );
}

function NoteWords({ thread: { note }, setting }: ThreadCardProps) {
  const [open, setOpen] = useState<"reply" | "edit" | null>(null);
  const { t, says, acts, desk, mayWrite, me, myLang, authorOf, onTakenBack } = setting;
  const mine = note.by === me;
  const about = mine ? t("notes.aboutYours", { words: shortened(note.words) }) : t("notes.aboutTheirs", { name: authorOf(note.by).name });
  const close = () => setOpen(null);
  const closeWhen = (done: boolean) => {
    if (done) close();
    return done;
  };
  return (
    <>
      {open === "edit" ? <EditForm words={note.words} lang={note.lang} onSave={(words) => closeWhen(acts.reword(note.id, words))} onLeave={close} /> : <p className="note-words" lang={note.lang}>{note.words}</p>}
      {mayWrite ? (
        <div className="note-acts no-print">
          <Act href={addressOf(desk, { kind: "reply", id: note.id })} label={says.reply} about={about} expanded={open === "reply"} onAct={() => setOpen(open === "reply" ? null : "reply")} />
          {mine ? <Act href={addressOf(desk, { kind: "edit", id: note.id })} label={says.edit} about={about} expanded={open === "edit"} onAct={() => setOpen(open === "edit" ? null : "edit")} /> : null}
          {mine ? <Act href={addressOf(desk, { kind: "withdraw", id: note.id })} label={says.takeBack} about={about} onAct={() => acts.withdraw(note.id) && onTakenBack({ note })} /> : null}
        </div>
      ) : null}
      {open === "reply" ? <ReplyForm lang={myLang} onReply={(reply) => closeWhen(acts.reply(note.id, reply))} onLeave={close} /> : null}
    </>
  );
}

interface RepliesProps {
  readonly replies: readonly Reply[];
  readonly setting: CardSetting;
}

/** Replies in the order they were made. */
export function Replies({ replies, setting }: RepliesProps) {
  if (replies.length === 0) return null;
  return (
    <ul className="note-replies stack-tight" aria-label={setting.t("notes.replies", { count: replies.length })}>
      {replies.map((reply) => <ReplyItem key={reply.id} reply={reply} setting={setting} />)}
    </ul>
  );
}

function ReplyItem({ reply, setting }: { readonly reply: Reply; readonly setting: CardSetting }) {
  const { t, says, acts, desk, mayWrite, me, authorOf, onTakenBack } = setting;
  const mine = reply.by === me;
  return (
    <li className="stack-tight">
      <Signed author={authorOf(reply.by)} you={mine ? says.you : null}> <span className="tag">{t(`notes.did.${reply.way}`)}</span></Signed>
      <p className="note-words" lang={reply.lang}>{reply.words}</p>
      {reply.because ? <p className="note-words"><strong>{t("notes.because")}</strong> <span lang={reply.lang}>{reply.because}</span></p> : null}
      {mine && mayWrite ? (
        <div className="note-acts no-print">
          <Act href={addressOf(desk, { kind: "withdrawReply", id: reply.id })} label={says.takeBack} about={t("notes.aboutYourReply", { words: shortened(reply.words) })} onAct={() => acts.withdrawReply(reply.id) && onTakenBack({ reply })} />
        </div>
      ) : null}
    </li>
  );
}
