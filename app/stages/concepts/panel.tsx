import { useLocation } from "@remix-run/react";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { useDocument } from "#app/live/use-document.ts";
import { penned, type Present } from "#app/scribe/penned.ts";
import { WhoseWords } from "#app/scribe/whose-words.tsx";
import { conceptActs } from "#app/talk/concept-acts.ts";
import { conceptNeedsDesk, performConcept } from "#app/talk/concepts.doc.ts";
import { readTalk, type Concept, type Talk } from "#app/talk/talk.doc.ts";
import { Button } from "#app/ui/button.tsx";
import { TwoRoadForm } from "#app/ui/two-road-form.tsx";

import type { Drafted, Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { useWritesFor } from "#app/stages/use-talk-setting.ts";

/** Ideas worth asking about: everybody sees them, and may take back their own. */
export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  return room.talk ? <Concepts room={room} talk={room.talk} /> : <p>{t("stages.drafting.notYet")}</p>;
}

function Concepts({ room, talk }: { readonly room: Room; readonly talk: Drafted<Talk> }) {
  const { t } = useTranslation();
  const { state } = useBoard();
  const writesFor = useWritesFor(room);
  const { concepts, form, said } = useConcepts(room, talk);
  const mayWrite = state === "open";
  return (
    <div className="stack max-w-[68ch]" data-list="" tabIndex={-1}>
      {mayWrite ? <AddConcept form={form} lang={room.me.language} writesFor={writesFor} /> : null}
      <h2 className="text-xl">{t("concepts.title")}</h2>
      {concepts.length === 0 ? <p>{t("concepts.none")}</p> : (
        <ul className="plain-list row">
          {concepts.map((concept) => (
            <li key={concept.id} tabIndex={-1} className="tag row">
              <span lang={concept.lang}>{concept.words}</span>
              {mayWrite && [concept.by, concept.writer].includes(room.me.id) ? <Withdraw form={form} concept={concept} /> : null}
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">{said}</p>
    </div>
  );
}

/** Where a form goes, and what it does here. */
interface FormOf {
  readonly action: string;
  readonly back: string;
  readonly act: (form: FormData) => "done" | WordKey | null;
}

function useConcepts({ sessionId, me }: Room, talk: Drafted<Talk>) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const { value, doc, rights, change } = useDocument({ ...talk, read: readTalk });
  const { talk: { floor: { wroteForOthers: scribes } } } = useBoard();
  const [said, setSaid] = useState("");
  const act: FormOf["act"] = (posted) => {
    const read = conceptActs.safeParse(Object.fromEntries(posted));
    if (!doc || rights !== "write") return null;
    // The messages of conceptActs are word keys.
    if (!read.success) return read.error.issues[0]?.message as WordKey;
    if (conceptNeedsDesk(value, read.data, me.id)) return null;
    const outcome: { done: "done" | WordKey } = { done: "concepts.problem.gone" };
    change((into) => { outcome.done = performConcept(into, read.data, { by: me.id, isDesk: false }); });
    if (outcome.done === "done") setSaid(t(read.data.act === "add" ? "concepts.said.added" : "concepts.said.withdrawn"));
    return outcome.done;
  };
  return { concepts: penned(value.concepts, value.corrections, new Set(scribes)), said, form: { action: `/s/${sessionId}/concepts`, back: pathname + search, act } };
}

interface AddProps {
  readonly form: FormOf;
  readonly lang: string;
  readonly writesFor: readonly Present[];
}

function AddConcept({ form: { action, back, act }, lang, writesFor }: AddProps) {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState("");
  const box = useRef<HTMLInputElement>(null);
  function added(_: "done", form: HTMLFormElement) {
    // The next idea may be somebody else's.
    form.reset();
    setWords("");
    box.current?.focus();
  }
  return (
    <TwoRoadForm action={action} fields={{ act: "add", lang, back }} act={act} onDone={added} className="card stack-tight">
      <label className="label" htmlFor={id}>{t("concepts.label")}</label>
      <p className="field-hint" id={`${id}-hint`}>{t("concepts.hint")}</p>
      <input ref={box} id={id} type="text" name="words" lang={lang} className="input" autoComplete="off" aria-describedby={`${id}-hint`} value={words} onChange={(event) => setWords(event.target.value)} />
      <WhoseWords writesFor={writesFor} />
      <Button>{t("concepts.add")}</Button>
    </TwoRoadForm>
  );
}

function Withdraw({ form: { action, back, act }, concept: { id, words } }: { readonly form: FormOf; readonly concept: Pick<Concept, "id" | "words"> }) {
  const { t } = useTranslation();
  return (
    <TwoRoadForm action={action} fields={{ act: "withdraw", concept: id, back }} act={act}>
      <Button look="link">{t("concepts.withdraw")}<span className="visually-hidden">: {words}</span></Button>
    </TwoRoadForm>
  );
}
