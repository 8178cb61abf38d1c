import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { inLanguage } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import { useLanguage } from "#app/language/use-language.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";

import type { ActivityChoice, PreparedStage } from "./preparing.ts";
import { useActivityName } from "./use-activity-name.ts";

interface StageRowsProps {
  readonly stages: readonly PreparedStage[];
  readonly activities: readonly ActivityChoice[];
  /** The stage shown as a form, and that form. */
  readonly edited: { readonly id: string; readonly form: ReactNode } | null;
  /** Nothing can be changed any more. */
  readonly sealed: boolean;
}

/** The stages in their order. Moving needs neither dragging nor a script. */
export function StageRows({ stages, activities, edited, sealed }: StageRowsProps) {
  const { t } = useTranslation();
  const nameOf = useActivityName(activities);
  if (stages.length === 0) return <p>{t("session.stage.none")}</p>;
  return (
    <ol className="plain-list stack">
      {stages.map((stage, index) => (
        <li key={stage.id} id={stage.id} className="card stack-tight max-w-none">
          <StageWords stage={stage} number={index + 1} activity={nameOf(stage.activity)} />
          {edited?.id === stage.id ? edited.form : sealed ? null : <StageActs stage={stage} place={index + 1} count={stages.length} />}
        </li>
      ))}
    </ol>
  );
}

function StageWords({ stage, number, activity }: { readonly stage: PreparedStage; readonly number: number; readonly activity: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{number}. <Translated words={stage.name} /></h3>
      <p className="aside">{t("session.minutes.count", { count: stage.minutes })} · {activity}</p>
      <p>{stage.prompt.en || stage.prompt.cy ? <Translated words={stage.prompt} /> : <span className="aside">{t("session.stage.noPrompt")}</span>}</p>
    </>
  );
}

function StageActs({ stage, place, count }: { readonly stage: PreparedStage; readonly place: number; readonly count: number }) {
  const { t } = useTranslation();
  const name = inLanguage(stage.name, useLanguage()).text;
  return (
    <div className="row">
      <ButtonLink look="quiet" to={`?edit=${stage.id}#${stage.id}`} preventScrollReset aria-label={t("session.stage.change", { name })}>{t("session.stage.edit")}</ButtonLink>
      <StageAct id={stage.id}>
        <Button look="quiet" name="place" value={place - 1} disabled={place === 1} aria-label={t("session.stage.up", { name })}>↑</Button>
        <Button look="quiet" name="place" value={place + 1} disabled={place === count} aria-label={t("session.stage.down", { name })}>↓</Button>
      </StageAct>
      <StageAct id={stage.id}>
        <select name="place" className="input w-auto" defaultValue={place} key={place} aria-label={t("session.stage.place", { name })}>
          {Array.from({ length: count }, (_, index) => <option key={index} value={index + 1}>{index + 1}</option>)}
        </select>
        <Button look="quiet">{t("session.stage.move")}</Button>
      </StageAct>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="id" value={stage.id} />
        <Button look="danger" name="intent" value="removeStage" aria-label={t("session.stage.remove", { name })}>{t("common.remove")}</Button>
      </Form>
    </div>
  );
}

function StageAct({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Form method="post" preventScrollReset className="flex gap-2">
      <input type="hidden" name="intent" value="moveStage" />
      <input type="hidden" name="id" value={id} />
      {children}
    </Form>
  );
}
