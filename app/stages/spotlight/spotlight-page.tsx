import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import type { WordKey } from "#app/language/words.ts";
import { sentenceLabel, sentencesOf } from "#app/notes/sentences.ts";
import { Act } from "#app/session/act.tsx";
import type { Room, RoomEvidence } from "#app/stages/room.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import { Shown } from "./in-the-room.tsx";

interface SpotlightPageProps {
  readonly room: Room;
  /** The item to choose from; null to choose an item. */
  readonly itemId: string | null;
  readonly problem: WordKey | undefined;
}

/** For facilitators: chooses what everybody is asked to look at. Plain forms, one a paragraph. */
export function SpotlightPage({ room, itemId, problem }: SpotlightPageProps) {
  const { t } = useTranslation();
  const only = room.evidence.length === 1 ? room.evidence[0] : undefined;
  const item = room.evidence.find((one) => one.itemId === itemId) ?? only;
  return (
    <Page title={t("spotlight.choose")} over={<a href={`/sessions/${room.sessionId}/desk`}>{t("session.desk.title")}</a>}>
      {problem ? <Notice tone="problem" announce><p>{t(problem)}</p></Notice> : null}
      <NowShown room={room} />
      {room.evidence.length === 0 ? <p>{t("stages.reading.none")}</p> : null}
      {item ? <Passages item={item} isOnly={item === only} /> : <Items evidence={room.evidence} />}
    </Page>
  );
}

function NowShown({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { spotlight } = room.board;
  const item = spotlight && room.evidence.find(({ itemId }) => itemId === spotlight.itemId);
  if (!spotlight || !item) return null;
  return (
    <Notice>
      <h2 className="text-xl">{t("spotlight.now")}</h2>
      <Shown item={item} spotlight={spotlight} />
      <div className="row"><Act intent="takeDown">{t("spotlight.takeDown")}</Act><ButtonLink look="quiet" to={`/sessions/${room.sessionId}/desk`} reloadDocument>{t("session.prepare.desk")}</ButtonLink></div>
    </Notice>
  );
}

function Items({ evidence }: { readonly evidence: readonly RoomEvidence[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list stack-tight">
      {evidence.map((item) => <li key={item.itemId}><Link to={`?item=${item.itemId}`}><span lang={item.language}>{item.title}</span></Link> <span className="aside">{t(`evidence.kinds.${item.kind}`)}</span></li>)}
    </ul>
  );
}

function Passages({ item, isOnly }: { readonly item: RoomEvidence; readonly isOnly: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="item-title">
      {isOnly ? null : <p><Link to="?">← {t("stages.reading.back")}</Link></p>}
      <h2 id="item-title" lang={item.language}>{item.title}</h2>
      <Act intent="showLimitations" fields={{ itemId: item.itemId }}>{t("spotlight.limitations")}</Act>
      <Marked item={item} />
      <h3>{t("spotlight.fromText")}</h3>
      {item.blocks.filter(({ text }) => text.trim() !== "").map((block) => <Passage key={block.id} item={item} block={block} />)}
    </section>
  );
}

/** Passages that people marked: what the group found worth looking at. Whose note it was is not shown. */
function Marked({ item }: { readonly item: RoomEvidence }) {
  const { t } = useTranslation();
  const { notes } = item.notes.initial;
  if (notes.length === 0) return null;
  return (
    <details>
      <summary className="font-bold">{t("spotlight.marked", { count: notes.length })}</summary>
      <ul className="plain-list stack-tight mt-3">
        {notes.flatMap(({ id, passage: [first] }) => (first ? [(
          <li key={id} className="stack-tight">
            <blockquote lang={item.language}>{first.exact}</blockquote>
            <Act intent="showPassage" fields={{ itemId: item.itemId, blockId: first.blockId, from: first.start, to: first.end }} label={t("spotlight.showThis", { words: first.exact.slice(0, 60) })}>{t("spotlight.show")}</Act>
          </li>
        )] : []))}
      </ul>
    </details>
  );
}

/** A paragraph with the sentences from and to which it is shown; the whole of it unless others are chosen. */
function Passage({ item, block }: { readonly item: RoomEvidence; readonly block: EvidenceBlock }) {
  const { t } = useTranslation();
  const id = useId();
  const sentences = sentencesOf(block.text);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return null;
  const options = (edge: "start" | "end") => sentences.map((sentence, index) => <option key={sentence.start} value={sentence[edge]}>{sentenceLabel(block.text, sentence, index)}</option>);
  return (
    <Form method="post" className="card stack-tight">
      <p lang={item.language}>{block.text}</p>
      <input type="hidden" name="itemId" value={item.itemId} />
      <input type="hidden" name="blockId" value={block.id} />
      {sentences.length > 1 ? (
        <div className="row">
          <label htmlFor={`${id}-from`}>{t("notes.sentence.from")}</label>
          <select id={`${id}-from`} name="from" className="input input-short" defaultValue={first.start}>{options("start")}</select>
          <label htmlFor={`${id}-to`}>{t("notes.sentence.to")}</label>
          <select id={`${id}-to`} name="to" className="input input-short" defaultValue={last.end}>{options("end")}</select>
        </div>
      ) : <><input type="hidden" name="from" value={first.start} /><input type="hidden" name="to" value={last.end} /></>}
      <Button look="quiet" name="intent" value="showPassage" aria-label={t("spotlight.showThis", { words: block.text.slice(0, 60) })}>{t("spotlight.show")}</Button>
    </Form>
  );
}
