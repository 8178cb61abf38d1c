import { memo, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { keepFocus } from "#app/ui/two-road-form.tsx";

import { ActForm } from "./act-form.tsx";
import { ItemWords } from "./item-words.tsx";
import { KindsBehind } from "./kinds-behind.tsx";
import type { Item } from "./lists.doc.ts";
import { RestsOn } from "./rests-on.tsx";
import type { Drafting } from "./use-drafting.ts";
import { WordsBehind } from "./words-behind.tsx";

interface Props {
  readonly drafting: Drafting;
  readonly item: Item;
  /** 1 is first. */
  readonly place: number;
}

/** An item of the list: its wording, what stands behind it, and what can be done with it. */
export const ItemCard = memo(function ItemCard({ drafting, item, place }: Props) {
  const { t } = useTranslation();
  const label = t(`lists.${drafting.kind}.item`, { place });
  return (
    <>
      <ItemWords drafting={drafting} item={item} label={label} />
      <KindsBehind itemId={item.id} list={drafting.list} foundation={drafting.foundation?.list ?? null} />
      <WordsBehind drafting={drafting} item={item} />
      <RestsOn drafting={drafting} item={item} />
      {drafting.readOnly ? <p><HistoryLink drafting={drafting} item={item} /></p> : <Doings {...{ drafting, item, place, label }} />}
    </>
  );
}, showsTheSame);

/** Somebody types several times a second, and there may be sixty cards: only those that changed are drawn again. */
function showsTheSame(before: Props, after: Props): boolean {
  const [a, b] = [before.drafting, after.drafting];
  return a.doc === b.doc && a.sources === b.sources && a.foundation?.list === b.foundation?.list && a.back === b.back && shownBy(before) === shownBy(after);
}

function shownBy({ drafting: { list, items, others, readOnly }, item, place }: Props): string {
  const own = [...list.quotes, ...list.links].filter(({ itemId }) => itemId === item.id).map(({ id }) => id);
  const writers = others.filter(({ typing }) => typing === item.id).map(({ memberId }) => memberId);
  return JSON.stringify([item.text, item.lang, place, items.length, readOnly, own, writers]);
}

/** Buttons stay where they are at both ends of the list, so that focus does. */
export function Doings({ drafting, item, place, label }: Props & { readonly label: string }) {
  const { t } = useTranslation();
  const about = <span className="visually-hidden">: {label}</span>;
  return (
    <>
      <ActForm drafting={drafting} itemId={item.id} className="grid grid-cols-2 gap-2 sm:flex [&>button]:px-2 sm:[&>button]:px-4">
        <Button look="quiet" name="act" value="up" aria-disabled={place === 1 || undefined}>{t("common.moveUp")}{about}</Button>
        <Button look="quiet" name="act" value="down" aria-disabled={place === drafting.items.length || undefined}>{t("common.moveDown")}{about}</Button>
      </ActForm>
      <details>
        <summary>{t("lists.more")}{about}</summary>
        <div className="stack-tight py-2">
          <MoveTo {...{ drafting, item, place }} />
          <p><HistoryLink drafting={drafting} item={item} /></p>
          <ActForm drafting={drafting} itemId={item.id} act="remove">
            <Button look="danger">{t("common.remove")}{about}</Button>
          </ActForm>
        </div>
      </details>
    </>
  );
}

function MoveTo({ drafting, item, place }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <ActForm drafting={drafting} itemId={item.id} act="place" className="row">
      <label className="label" htmlFor={id}>{t("lists.moveTo")}</label>
      {/* Made anew when the place changes, so that it shows where the item is. */}
      <input key={place} id={id} name="place" type="number" inputMode="numeric" min={1} max={drafting.items.length} required className="input w-20" defaultValue={place} />
      <Button look="quiet">{t("lists.move")}</Button>
    </ActForm>
  );
}

function HistoryLink({ drafting, item }: Pick<Props, "drafting" | "item">) {
  const { t } = useTranslation();
  return <a href={`/s/${drafting.sessionId}/items/${drafting.documentId}/${item.id}`}>{t("lists.history.title")}</a>;
}

/** Where the item stood, until the person who removed it says that is right. */
export function RemovedCard({ drafting, item }: Pick<Props, "drafting" | "item">) {
  const { t } = useTranslation();
  const undo = useRef<HTMLButtonElement>(null);
  const isMine = drafting.removedHere.has(item.id);
  // The button that was pressed has gone; whoever pressed it stands on its undoing. Nobody else is moved.
  useEffect(() => { if (isMine) undo.current?.focus(); }, [isMine]);
  return (
    <div className="notice stack-tight" role="status">
      <p>{t(isMine ? "lists.removed" : "lists.removedByOther")} <q lang={item.lang}>{item.text}</q></p>
      <ActForm drafting={drafting} itemId={item.id} act="putBack" className="row">
        <Button ref={undo}>{t(isMine ? "common.undo" : "lists.putBack")}</Button>
        <Button type="button" look="quiet" onClick={({ currentTarget }) => { keepFocus(currentTarget); drafting.dismiss(item.id); }}>{t("lists.dismiss")}</Button>
      </ActForm>
    </div>
  );
}
