import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

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
  readonly hint?: string;
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

interface Written {
  readonly id: string;
  readonly by: string;
  readonly words: string;
  readonly lang: string;
}

interface LineProps {
  readonly reflecting: Reflecting;
  readonly root: ReflectionRoot;
  readonly written: Written;
}

/** What somebody wrote, signed; one's own can be changed and taken back. */
export function ReflectionLine({ reflecting, root, written }: LineProps) {
  const { t } = useTranslation();
  const { id, by, words, lang } = written;
  const isMine = by === reflecting.me.id && reflecting.mayWrite;
  return (
    <li className="stack-tight" id={`written-${id}`}>
      <p><span lang={lang} className="whitespace-pre-line">{words}</span> <span className="aside">{isMine ? t("reflections.mine") : reflecting.nameOf(by)}</span></p>
      {isMine ? (
        <details>
          <summary>{t("reflections.change")}<span className="visually-hidden">: {words}</span></summary>
          <div className="stack-tight py-2">
            {/* Made anew when the words change elsewhere, so that it begins from what stands. */}
            <ReflectionForm key={words} reflecting={reflecting} act="reword" fields={{ root, id }}>
              <ReflectionWords label={t("reflections.yours")} lang={lang} words={words} />
              <Button look="quiet">{t("common.save")}</Button>
            </ReflectionForm>
            <ReflectionForm reflecting={reflecting} act="withdraw" fields={{ root, id }}>
              <Button look="danger">{t("reflections.withdraw")}</Button>
            </ReflectionForm>
          </div>
        </details>
      ) : null}
    </li>
  );
}
