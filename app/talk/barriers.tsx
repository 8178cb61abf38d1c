import { useId } from "react";
import { useTranslation } from "react-i18next";

import { WhoseWords } from "#app/scribe/whose-words.tsx";
import { Button } from "#app/ui/button.tsx";

import { levels } from "./kinds.ts";
import { ReflectionForm, ReflectionLine, ReflectionWords } from "./reflection-form.tsx";
import type { Reflecting } from "./use-reflections.ts";

/** What gets in the way of good care, by level (methods B6), and the form to note it. */
export function Barriers({ reflecting, stageId }: { readonly reflecting: Reflecting; readonly stageId: string }) {
  const { t } = useTranslation();
  return (
    <div className="stack py-2">
      {reflecting.mayWrite ? <BarrierForm reflecting={reflecting} stageId={stageId} /> : null}
      <BarrierList reflecting={reflecting} />
      {reflecting.barriers.length === 0 ? <p className="aside">{t("reflections.barriers.none")}</p> : null}
    </div>
  );
}

function BarrierForm({ reflecting, stageId }: { readonly reflecting: Reflecting; readonly stageId: string }) {
  const { t } = useTranslation();
  return (
    <ReflectionForm reflecting={reflecting} act="barrier" fields={{ stage: stageId }} label={t("reflections.barriers.summary")}>
      <ReflectionWords label={t("reflections.barriers.words")} hint={t("reflections.barriers.hint")} lang={reflecting.me.language} />
      <LevelChoice />
      <WhoseWords writesFor={reflecting.writesFor} />
      <Button look="quiet">{t("reflections.barriers.note")}</Button>
    </ReflectionForm>
  );
}

/** Where it lies, each level with what it means in plain words. */
export function LevelChoice({ chosen }: { readonly chosen?: string | undefined }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="field">
      <legend>{t("reflections.barriers.level")}</legend>
      {levels.map((level) => (
        <label key={level} className="choice" htmlFor={`${id}-${level}`}>
          <input type="radio" id={`${id}-${level}`} name="level" value={level} defaultChecked={level === chosen} />
          <span>{t(`reflections.barriers.levels.${level}.name`)}<span className="aside block">{t(`reflections.barriers.levels.${level}.about`)}</span></span>
        </label>
      ))}
    </fieldset>
  );
}

function BarrierList({ reflecting }: { readonly reflecting: Reflecting }) {
  const { t } = useTranslation();
  return levels.map((level) => {
    const noted = reflecting.barriers.filter((barrier) => barrier.level === level);
    if (noted.length === 0) return null;
    return (
      <div key={level} className="stack-tight">
        <h3>{t(`reflections.barriers.levels.${level}.name`)}</h3>
        <ul className="words-list stack-tight">
          {noted.map((barrier) => <ReflectionLine key={barrier.id} reflecting={reflecting} root="barriers" written={barrier} />)}
        </ul>
      </div>
    );
  });
}
