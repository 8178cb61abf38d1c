import { useRef, type ComponentType, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useDocument } from "#app/live/use-document.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { ActForm } from "./act-form.tsx";
import { AddItem } from "./add-item.tsx";
import { ItemCard, RemovedCard } from "./item-card.tsx";
import { readList, type Item, type List } from "./lists.doc.ts";
import { byOrder } from "./order.ts";
import { useDrafting, type Drafting, type ListProps } from "./use-drafting.ts";
import { useDrag } from "./use-drag.ts";

/** A list that everybody here drafts together: the principles, or the priorities. */
export function DraftedList(props: ListProps) {
  return <Drafted drafting={useDrafting(props)} Card={ItemCard} />;
}

type Card = ComponentType<{ readonly drafting: Drafting; readonly item: Item; readonly place: number }>;

interface DraftedProps {
  readonly drafting: Drafting;
  /** How an item is shown. */
  readonly Card: Card;
  /** What stands between the list and the box for a new item. */
  readonly children?: ReactNode;
}

/** Any drafted list: its items, the box for a new one, and what was taken off. */
export function Drafted({ drafting, Card, children }: DraftedProps) {
  const { t } = useTranslation();
  const { kind, readOnly, items } = drafting;
  return (
    <div className="stack max-w-[68ch]" data-list="" tabIndex={-1}>
      {readOnly ? <Notice announce>{t(`lists.readOnly.${readOnly}`)}</Notice> : null}
      {items.length === 0 ? <p>{t(readOnly ? `lists.${kind}.empty` : `lists.${kind}.none`)}</p> : null}
      <Items drafting={drafting} Card={Card} />
      {drafting.isHeld ? <p className="aside">{t("lists.held")}</p> : null}
      {children}
      {readOnly ? null : <AddItem drafting={drafting} />}
      <RemovedItems drafting={drafting} />
      <p className="visually-hidden" role="status">{drafting.said}</p>
    </div>
  );
}

/** The priorities, with the principles they may rest on followed live. */
export function DraftedPriorities({ principles, ...props }: Omit<ListProps, "kind" | "foundation"> & { readonly principles: { readonly documentId: string; readonly initial: List } }) {
  const { value } = useDocument({ ...principles, read: readList });
  return <DraftedList {...props} kind="priorities" foundation={{ documentId: principles.documentId, list: value }} />;
}

function Items({ drafting, Card }: { readonly drafting: Drafting; readonly Card: Card }) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const { drag, handle } = useDrag(list, (itemId, place) => drafting.act(placing(itemId, place)));
  const { items, removedHere, writingIn } = drafting;
  const gone = drafting.list.items.filter(({ id, removed }) => removed && (removedHere.has(id) || writingIn === id));
  const others = items.filter(({ id }) => id !== drag?.itemId);
  return (
    <ol ref={list} className="plain-list stack" aria-label={t(`lists.${drafting.kind}.list`)} {...drafting.caret}>
      {withGone(items, gone).map((item) => item.removed ? (
        <li key={item.id} tabIndex={-1}><RemovedCard drafting={drafting} item={item} /></li>
      ) : (
        <li key={item.id} id={`item-${item.id}`} tabIndex={-1} data-item={item.id} data-drop={dropMark(drag, others, item)} className="drafted card stack-tight">
          <Card drafting={drafting} item={item} place={items.indexOf(item) + 1} />
          {drafting.doc && items.length > 1 ? <span aria-hidden="true" className="drag-handle" {...handle(item.id)}>⠿</span> : null}
        </li>
      ))}
    </ol>
  );
}

/** Removed items at the places they had. */
function withGone(items: readonly Item[], gone: readonly Item[]): Item[] {
  const all = [...items];
  for (const item of gone) {
    const next = all.findIndex((other) => byOrder(item, other) < 0);
    all.splice(next < 0 ? all.length : next, 0, item);
  }
  return all;
}

/** "self" for the item that is dragged, "before" or "after" where it would land. */
function dropMark(drag: { readonly itemId: string; readonly place: number } | null, others: readonly Item[], item: Item): string | undefined {
  if (!drag) return undefined;
  if (item.id === drag.itemId) return "self";
  if (others[drag.place]?.id === item.id) return "before";
  return drag.place >= others.length && others.at(-1)?.id === item.id ? "after" : undefined;
}

function placing(itemId: string, place: number): FormData {
  const form = new FormData();
  Object.entries({ act: "place", item: itemId, place: String(place + 1) }).forEach(([name, value]) => form.set(name, value));
  return form;
}

/** Nothing anybody typed is lost: what was taken off can be put back, by anybody. */
function RemovedItems({ drafting }: { readonly drafting: Drafting }) {
  const { t } = useTranslation();
  const removed = drafting.list.items.filter((item) => item.removed);
  if (removed.length === 0) return null;
  return (
    <details>
      <summary>{t("lists.removedItems", { number: removed.length })}</summary>
      <ul className="plain-list stack-tight py-2">
        {removed.map((item) => (
          <li key={item.id} className="row">
            <span lang={item.lang} className="whitespace-pre-line">{item.text}</span>
            {drafting.readOnly ? null : (
              <ActForm drafting={drafting} itemId={item.id} act="putBack">
                <Button look="quiet">{t("lists.putBack")}</Button>
              </ActForm>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
