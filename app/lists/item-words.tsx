import { useCallback, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { SharedText, type Early } from "#app/live/shared-text.tsx";
import { Button } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import { ITEM_LENGTH } from "./acts.ts";
import { textOf, type Item } from "./lists.doc.ts";
import type { Drafting } from "./use-drafting.ts";

interface Props {
  readonly drafting: Drafting;
  readonly item: Item;
  /** "Principle 2". */
  readonly label: string;
}

/** The wording of an item: a box in which everybody types, or plain words. */
export function ItemWords({ drafting, item, label }: Props) {
  if (drafting.readOnly) return <Plain label={label}><p className="whitespace-pre-line" lang={item.lang}>{item.text}</p></Plain>;
  return <Box {...{ drafting, item, label }} />;
}

/**
 * One box from the first sight of the page on, so that whoever is in it while the page wakes stays in it. Until the
 * shared text is here, and without JavaScript, it is a form.
 */
function Box({ drafting, item, label }: Props) {
  const { t } = useTranslation();
  const text = (drafting.doc && textOf(drafting.doc, item.id)) ?? null;
  const [before] = useState(item.text);
  const isForm = useIsStillWithout(text);
  const [isTyped, setTyped] = useState(false);
  if (text && isTyped) setTyped(false);
  const { typed, early } = drafting;
  const onTyped = useCallback(() => typed(item.id), [typed, item.id]);
  const onEarly = useCallback((said: () => Early) => {
    setTyped(true);
    early(item.id, said);
  }, [early, item.id]);
  return (
    <ActForm drafting={drafting} itemId={item.id} act="reword" className="field">
      <Heading drafting={drafting} item={item} label={label} />
      <input type="hidden" name="before" value={before} />
      <SharedText id={boxOf(item)} name="text" data-live={isTyped ? undefined : ""} className="input max-w-none" lang={item.lang} rows={rowsFor(item.text)} text={text} initial={before} onTyped={onTyped} onEarly={onEarly} />
      {isForm ? <p className="pt-2"><Button look="quiet">{t("lists.saveWording")}</Button></p> : <CharactersLeft text={item.text} />}
    </ActForm>
  );
}

/** False for good once it was here: what is typed while it is fetched anew needs no saving. */
function useIsStillWithout(text: unknown): boolean {
  const [wasHere, setHere] = useState(text !== null);
  if (text !== null && !wasHere) setHere(true);
  return !wasHere;
}

function Plain({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="label">{label}</p>
      {children}
    </div>
  );
}

function Heading({ drafting: { others, nameOf }, item, label }: Props) {
  const { t } = useTranslation();
  const [first, ...more] = others.filter(({ typing }) => typing === item.id);
  return (
    <div className="flex flex-wrap justify-between gap-x-4 pe-10">
      <label className="label" htmlFor={boxOf(item)}>{label}</label>
      {first ? <span className="aside">{t(more.length > 0 ? "lists.writingMany" : "lists.writing", { name: nameOf(first.memberId) })}</span> : null}
    </div>
  );
}

/** Said when there is little room left. Nobody is stopped in mid-sentence, and nothing is cut off. */
export function CharactersLeft({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const left = ITEM_LENGTH - text.length;
  if (left > 100) return null;
  return <p className={left < 0 ? "field-problem" : "aside"}>{left < 0 ? t("lists.text.long") : t("lists.left", { count: left })}</p>;
}

function boxOf(item: Item): string {
  return `words-${item.id}`;
}

/** Enough lines to read it all on a phone without scrolling inside the box. */
function rowsFor(text: string): number {
  return Math.min(12, Math.max(2, Math.ceil(text.length / 40)));
}
