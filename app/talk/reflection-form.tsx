import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Penned } from "#app/scribe/penned.ts";
import { WrittenDown } from "#app/scribe/written-down.tsx";
import { Button } from "#app/ui/button.tsx";
import { TwoRoadForm } from "#app/ui/two-road-form.tsx";

import { REFLECTION_LENGTH, type ReflectionAct, type ReflectionRoot } from "./reflections.ts";
import type { Reflecting } from "./use-reflections.ts";

interface FormProps {
  readonly reflecting: Reflecting;
  readonly act: ReflectionAct["act"];
  /** Fields that the person does not fill in. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly label?: string;
  /** Called when it was done here. */
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** One thing written. What was sent leaves an empty form. */
export function ReflectionForm({ reflecting: { act: perform, address, back, me }, act, fields, onDone, ...rest }: FormProps) {
  const done = (_: "done", form: HTMLFormElement) => {
    form.reset();
    onDone?.();
  };
  return <TwoRoadForm action={address} fields={{ act, back, lang: me.language, ...fields }} act={perform} onDone={done} className="stack-tight" noValidate {...rest} />;
}

interface WordsFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly lang: string;
  readonly words?: string;
}

/** The box. Nobody is stopped in mid-sentence: what is too long is said when it is sent. */
export function ReflectionWords({ label, hint, lang, words }: WordsFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? <p className="field-hint" id={`${id}-hint`}>{hint}</p> : null}
      <textarea id={id} name="words" rows={3} lang={lang} className="input max-w-none" defaultValue={words} aria-describedby={hint ? `${id}-hint` : undefined} maxLength={REFLECTION_LENGTH * 2} />
    </div>
  );
}

interface LineProps {
  readonly reflecting: Reflecting;
  readonly root: ReflectionRoot;
  readonly written: Penned & { readonly id: string };
}

/** What somebody wrote, signed; whose words they are, and whoever wrote them down, can change them and take them back. */
export function ReflectionLine({ reflecting, root, written }: LineProps) {
  const { t } = useTranslation();
  const { id, by, writer, words, lang } = written;
  const { me, mayWrite, nameOf } = reflecting;
  const isMine = by === me.id;
  return (
    <li className="stack-tight" id={`written-${id}`}>
      <p><span lang={lang} className="whitespace-pre-line">{words}</span> <span className="aside">{isMine ? t("reflections.mine") : nameOf(by)}</span></p>
      <WrittenDown pen={written} nameOf={nameOf} />
      {mayWrite && (isMine || writer === me.id) ? (
        <details>
          <summary>{t("reflections.change")}<span className="visually-hidden">: {words}</span></summary>
          <div className="stack-tight py-2"><LineActs reflecting={reflecting} root={root} written={written} /></div>
        </details>
      ) : null}
    </li>
  );
}

/** A person puts right what a scribe wrote; afterwards the scribe changes it no more. */
function LineActs({ reflecting, root, written: { id, writer, words, lang, isChecked, earlier } }: LineProps) {
  const { t } = useTranslation();
  const fields = { root, id };
  const isScribes = writer !== null && writer !== reflecting.me.id;
  return (
    <>
      {/* Made anew when the words change elsewhere, so that it begins from what stands. */}
      {isScribes || earlier.length === 0 ? (
        <ReflectionForm key={words} reflecting={reflecting} act={isScribes ? "correct" : "reword"} fields={fields}>
          <ReflectionWords label={t(isScribes ? "scribe.correctTitle" : "reflections.yours")} hint={isScribes ? t("scribe.correctHint") : undefined} lang={lang} words={words} />
          <Button look="quiet">{t("common.save")}</Button>
        </ReflectionForm>
      ) : null}
      {isScribes || isChecked ? null : <ReflectionForm reflecting={reflecting} act="check" fields={fields}><Button look="quiet">{t("scribe.check")}</Button></ReflectionForm>}
      <ReflectionForm reflecting={reflecting} act="withdraw" fields={fields}><Button look="danger">{t("reflections.withdraw")}</Button></ReflectionForm>
    </>
  );
}
