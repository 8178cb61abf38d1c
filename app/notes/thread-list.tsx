import { useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import type { TakenBack } from "./acts.ts";
import { Replies, ThreadCard, type CardSetting } from "./thread-card.tsx";
import type { Threads } from "./threads.ts";
import { useFocusOnArrival } from "#app/ui/use-focus.ts";

interface ThreadListProps {
  readonly threads: Threads;
  readonly setting: CardSetting;
  /** The list in reading order, to be put beside the text. */
  readonly list: RefObject<HTMLUListElement>;
}

/** All notes in reading order; then those without a place, and replies to notes taken back. */
export function ThreadList({ threads, setting, list }: ThreadListProps) {
  const { t } = useTranslation();
  const { placed, detached, withdrawn } = threads;
  return (
    <div className="stack">
      {placed.length === 0 ? <p className="aside">{t(setting.mayWrite ? "notes.empty" : "notes.emptyClosed")}</p> : null}
      <ul ref={list} className="plain-list note-list">
        {placed.map((thread) => <ThreadCard key={thread.note.id} thread={thread} setting={setting} />)}
      </ul>
      {detached.length > 0 ? (
        <section className="stack-tight" aria-labelledby={`${setting.scope}-detached`}>
          <h4 id={`${setting.scope}-detached`}>{t("notes.detached.title")}</h4>
          <p className="aside">{t("notes.detached.body")}</p>
          <ul className="plain-list stack-tight">
            {detached.map((thread) => <ThreadCard key={thread.note.id} thread={thread} setting={setting} />)}
          </ul>
        </section>
      ) : null}
      {withdrawn.map(({ noteId, replies }) => (
        <section key={noteId} className="note card stack-tight" aria-label={t("notes.withdrawnNote")}>
          <p className="aside">{t("notes.withdrawnNote")}</p>
          <Replies replies={replies} setting={setting} />
        </section>
      ))}
    </div>
  );
}

interface TakenBackNoticeProps {
  readonly taken: TakenBack;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Stays until it is dismissed: nothing is undone against the clock. */
export function TakenBackNotice({ taken, onUndo, onDismiss }: TakenBackNoticeProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useFocusOnArrival(box);
  return (
    <div ref={box} className="notice stack-tight">
      <p tabIndex={-1} data-first-focus="">{t("note" in taken ? "notes.withdraw.done" : "notes.withdraw.doneReply")}</p>
      <div className="row">
        <Button type="button" look="quiet" onClick={onUndo}>{t("common.undo")}</Button>
        <Button type="button" look="link" onClick={onDismiss}>{t("common.close")}</Button>
      </div>
    </div>
  );
}
