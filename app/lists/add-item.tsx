import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#app/language/use-language.ts";
import { isLanguage } from "#app/language/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { ActForm } from "./act-form.tsx";
import { LIST_LENGTH, type Outcome } from "./acts.ts";
import { CharactersLeft } from "./item-words.tsx";
import type { Drafting } from "./use-drafting.ts";

/** The box for a new item, at the end of the list. Focus stays in it, for the next one. */
export function AddItem({ drafting }: { readonly drafting: Drafting }) {
  const { t } = useTranslation();
  const id = useId();
  const page = useLanguage();
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  // Typed before the page was awake: React has not heard of it.
  useEffect(() => { if (box.current?.value) setText(box.current.value); }, []);
  const { kind, me, items } = drafting;
  if (items.length >= LIST_LENGTH) return <Notice>{t("lists.full", { most: LIST_LENGTH })}</Notice>;
  function added({ came }: Outcome) {
    if (came === "added") setText("");
    box.current?.focus();
  }
  const lang = isLanguage(me.language) ? me.language : page;
  return (
    <ActForm drafting={drafting} act="add" className="card stack-tight" onDone={added}>
      <label className="label" htmlFor={id}>{t(`lists.${kind}.new`)}</label>
      <p className="field-hint" id={`${id}-hint`}>{t(`lists.${kind}.hint`)}</p>
      <input type="hidden" name="lang" value={lang} />
      <textarea ref={box} id={id} name="text" rows={3} lang={lang} className="input max-w-none" aria-describedby={`${id}-hint`} value={text} onChange={(event) => setText(event.target.value)} />
      <CharactersLeft text={text} />
      <Button>{t(`lists.${kind}.add`)}</Button>
    </ActForm>
  );
}
