import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { SharedText } from "#app/live/shared-text.tsx";
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

/** The wording of an item: a box in which everybody types, or a form for it, or plain words. */
export function ItemWords({ drafting, item, label }: Props) {
  const [isUnsaved, setUnsaved] = useState(false);
  if (drafting.readOnly) return <Plain label={label}><p className="whitespace-pre-line" lang={item.lang}>{item.text}</p></Plain>;
  const text = drafting.doc && textOf(drafting.doc, item.id);
  if (!text || isUnsaved) return <FormWords {...{ drafting, item, label, setUnsaved }} />;
  return (
    <div className="field">
      <Heading drafting={drafting} item={item} label={label} />
      <Shared {...{ drafting, item, text }} />
      <CharactersLeft text={item.text} />
    </div>
  );
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

function Shared({ drafting: { typed }, item, text }: Pick<Props, "drafting" | "item"> & { readonly text: NonNullable<ReturnType<typeof textOf>> }) {
  const [initial] = useState(item.text);
  const [onTyped] = useState(() => () => typed(item.id));
  return <SharedText id={boxOf(item)} data-live="" className="input max-w-none" lang={item.lang} rows={rowsFor(item.text)} text={text} initial={initial} onTyped={onTyped} />;
}

/** Before the shared text is here, and without JavaScript. Words typed meanwhile stay until they are saved. */
function FormWords({ drafting, item, label, setUnsaved }: Props & { readonly setUnsaved: (is: boolean) => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  // Typed before the page was awake: React has not heard of it.
  useEffect(() => { if (box.current && box.current.value !== box.current.defaultValue) setUnsaved(true); }, [setUnsaved]);
  const [before] = useState(item.text);
  return (
    <ActForm drafting={drafting} itemId={item.id} act="reword" className="field stack-tight" onDone={() => setUnsaved(false)}>
      <label htmlFor={boxOf(item)}>{label}</label>
      <input type="hidden" name="before" value={before} />
      <textarea ref={box} id={boxOf(item)} name="text" className="input max-w-none" lang={item.lang} rows={rowsFor(before)} defaultValue={before} onInput={() => setUnsaved(true)} />
      <Button look="quiet">{t("lists.saveWording")}</Button>
    </ActForm>
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
