import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { WhoseWords } from "#app/scribe/whose-words.tsx";
import { Button } from "#app/ui/button.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

import { ActForm } from "./act-form.tsx";
import type { TalkProblems } from "./acts.ts";
import type { Contribution } from "./contributions.ts";
import { ways } from "./kinds.ts";
import type { TalkSetting } from "./setting.ts";

interface SayFormProps {
  readonly setting: TalkSetting;
  readonly stageId: string;
  /** The contribution it answers; null begins a thread. */
  readonly answers: Pick<Contribution, "id"> | null;
  readonly label: string;
  /** What had been typed and what was wrong with it, on a page without JavaScript. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: TalkProblems;
  readonly onSaid?: () => void;
  readonly children?: ReactNode;
}

/** Says something, for oneself or, as a scribe, for somebody here; an answer says what it does. Stays open for the next. */
export function SayForm({ setting, stageId, answers, label, typed = {}, problems, onSaid, children }: SayFormProps) {
  const { t } = useTranslation();
  const [count, setCount] = useState(0);
  return (
    <>
      <ActForm
        key={count}
        setting={setting}
        act="say"
        label={label}
        className="stack-tight"
        fields={{ stage: stageId, replyTo: answers?.id ?? "" }}
        problems={problems ?? {}}
        onDone={() => {
          setCount(count + 1);
          onSaid?.();
        }}
      >
        {(found) => (
          <>
            <WhoseWords writesFor={setting.writesFor} chosen={typed["for"] ?? ""} problem={found["for"]} />
            {answers ? <AnswerFields typed={typed} problems={found} /> : <WordsBox label={t("talk.say.words")} hint={t("talk.say.hint")} words={typed["words"] ?? ""} problem={found["words"]} focus={count > 0} />}
            <LanguageChoice chosen={typed["lang"] ?? setting.me.language} />
            <div className="row">
              <Button>{t(answers ? "talk.say.addReply" : "talk.say.add")}</Button>
              {children}
            </div>
          </>
        )}
      </ActForm>
      <p role="status" className="visually-hidden">{count > 0 ? `${t("talk.say.done")}${count % 2 ? "" : "\u00a0"}` : ""}</p>
    </>
  );
}

interface WordsBoxProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly words: string;
  readonly problem: WordKey | undefined;
  readonly name?: string;
  readonly lang?: string;
  /** Takes the focus as it appears: for the next words after those just said. */
  readonly focus?: boolean;
}

export function WordsBox({ label, hint, words, problem, name = "words", lang, focus = false }: WordsBoxProps) {
  const { t } = useTranslation();
  const id = useId();
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div className="field" data-problem={problem ? "" : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint ? <p className="field-hint" id={`${id}-hint`}>{hint}</p> : null}
      {problem ? <p className="field-problem" id={`${id}-problem`}>{t(problem)}</p> : null}
      <textarea id={id} name={name} lang={lang} rows={3} className="input max-w-none" defaultValue={words} ref={focus ? takeFocus : undefined} aria-invalid={problem ? true : undefined} aria-describedby={described || undefined} />
    </div>
  );
}

function takeFocus(box: HTMLTextAreaElement | null): void {
  box?.focus();
}

/** Which language the words are in: screen readers, search and the report need it. */
export function LanguageChoice({ chosen }: { readonly chosen: string }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="row">
      <label htmlFor={id}>{t("talk.say.lang")}</label>
      <select id={id} name="lang" className="input input-short" defaultValue={chosen}>
        <option value="cy">{t("common.welsh")}</option>
        <option value="en">{t("common.english")}</option>
      </select>
    </div>
  );
}

interface AnswerFieldsProps {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: TalkProblems;
}

/** What an answer does (methods 2.1), and its words. A challenge gives its reason; without JavaScript the box for it is always there. */
function AnswerFields({ typed, problems }: AnswerFieldsProps) {
  const { t } = useTranslation();
  const isAwake = useHydrated();
  const [way, setWay] = useState(typed["way"] ?? "");
  return (
    <>
      <Ways chosen={typed["way"] ?? ""} problem={problems["way"]} onChoose={setWay} />
      <WordsBox label={t("talk.say.reply")} words={typed["words"] ?? ""} problem={problems["words"]} />
      {isAwake && way !== "challenges" ? null : (
        <WordsBox name="because" label={t("talk.say.because")} hint={t(isAwake ? "talk.say.becauseHint" : "talk.say.becausePlain")} words={typed["because"] ?? ""} problem={problems["because"]} />
      )}
    </>
  );
}

function Ways({ chosen, problem, onChoose }: { readonly chosen: string; readonly problem: WordKey | undefined; readonly onChoose: (way: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="field" data-problem={problem ? "" : undefined} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend>{t("talk.say.way")}</legend>
      {problem ? <p className="field-problem" id={`${id}-problem`}>{t(problem)}</p> : null}
      {ways.map((way) => way === "" ? null : (
        <label key={way} className="choice">
          <input type="radio" name="way" value={way} defaultChecked={chosen === way} onChange={() => onChoose(way)} />
          {t(`talk.say.${way}`)}
        </label>
      ))}
    </fieldset>
  );
}
