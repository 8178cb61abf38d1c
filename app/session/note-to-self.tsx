import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Button } from "#app/ui/button.tsx";

/** Milliseconds after the last letter: a pause in thought, not in a word. */
const PAUSE = 800;

/** The facilitator's own notes, kept as they are typed. Nobody else ever reads them. */
export function NoteToSelf({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ readonly problem?: WordKey }>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  // A timer is the world outside of React; leaving the field keeps at once what it would have kept.
  useEffect(() => () => clearTimeout(timer.current), []);
  const keep = (form: HTMLFormElement | null) => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    fetcher.submit(form);
  };
  const later = ({ target: { form } }: ChangeEvent<HTMLTextAreaElement>) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(form), PAUSE);
  };
  const problem = fetcher.state === "idle" ? fetcher.data?.problem : undefined;
  return (
    <fetcher.Form method="post" className="stack-tight">
      <input type="hidden" name="intent" value="deskNote" />
      <label className="block">
        <span className="label">{t("desk.note.label")}</span>
        <textarea name="text" className="input max-w-none" rows={3} defaultValue={text} onChange={later} onBlur={({ target }) => keep(target.form)} aria-describedby="note-hint" />
      </label>
      <p id="note-hint" className="aside">{t("desk.note.hint")} <span role="status">{problem ? t(problem) : fetcher.state === "idle" && fetcher.data ? t("desk.note.kept") : ""}</span></p>
      <noscript><Button look="quiet">{t("common.save")}</Button></noscript>
    </fetcher.Form>
  );
}
