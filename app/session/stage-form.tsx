import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useRef, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";

import { begunAnew, fieldsOf, type Filled } from "./beginning.ts";
import type { ActivityChoice, PreparedStage } from "./preparing.ts";
import { useActivityName } from "./use-activity-name.ts";

interface StageFormProps {
  /** The stage to change; left out to add one. */
  readonly stage?: PreparedStage;
  readonly activities: readonly ActivityChoice[];
  readonly refused: SubmissionResult<string[]> | undefined;
  /** Where "Cancel" leads, when there is something to cancel. */
  readonly cancelTo?: string;
}

type StageWords = { readonly en: string; readonly cy: string };
type StageDraft = { readonly activity: string; readonly minutes: string; readonly name: StageWords; readonly prompt: StageWords };

/** Adds a stage or changes one: what the group does, its minutes, name and prompt in both languages. */
export function StageForm({ stage, activities, refused, cancelTo }: StageFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<StageDraft>({ id: stage ? `stage-${stage.id}` : "new-stage", lastResult: refused, defaultValue: draftOf(stage, activities[0]) });
  const nameOf = useActivityName(activities);
  const keys = activities.map(({ key }) => key);
  // A key of a later version stays what it is unless somebody chooses another.
  const options = stage && !keys.includes(stage.activity) ? [...keys, stage.activity] : keys;
  const name = fields.name.getFieldset();
  const prompt = fields.prompt.getFieldset();
  return (
    <Form method="post" className="stack" {...getFormProps(form)} onChange={useBeginnings(activities, stage ? null : activities[0])}>
      <ErrorSummary form={form} />
      {stage ? <input type="hidden" name="id" value={stage.id} /> : null}
      <SelectField field={fields.activity} label={t("session.stage.activity")} options={options.map((value) => ({ value, label: nameOf(value) }))} />
      <TextField field={fields.minutes} label={t("session.minutes.label")} inputMode="numeric" short />
      <TextField field={name.en} label={t("session.stage.nameEn")} lang="en" />
      <TextField field={name.cy} label={t("session.stage.nameCy")} lang="cy" />
      <TextArea field={prompt.en} label={t("session.stage.promptEn")} hint={t("session.stage.promptHint")} rows={2} lang="en" />
      <TextArea field={prompt.cy} label={t("session.stage.promptCy")} rows={2} lang="cy" />
      <div className="row">
        <Button name="intent" value={stage ? "editStage" : "addStage"}>{stage ? t("common.save") : t("session.stage.add")}</Button>
        {cancelTo ? <ButtonLink look="link" to={cancelTo} preventScrollReset>{t("common.cancel")}</ButtonLink> : null}
      </div>
    </Form>
  );
}

/** Fills a new stage in as its activity begins; a stage that is there already keeps its words. `first`: the activity chosen to begin with, null for a stage to change. */
function useBeginnings(activities: readonly ActivityChoice[], first: ActivityChoice | null | undefined) {
  const before = useRef(first);
  return ({ currentTarget: form, target }: ChangeEvent<HTMLFormElement>) => {
    const after = target.name === "activity" ? activities.find(({ key }) => key === target.value) : undefined;
    if (!after || !before.current) return;
    fill(form, begunAnew(typedIn(form), fieldsOf(before.current.begins), fieldsOf(after.begins)));
    before.current = after;
  };
}

function typedIn(form: HTMLFormElement): Filled {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** The boxes are the browser's: what is typed in them React does not hold. */
function fill(form: HTMLFormElement, fields: Filled): void {
  for (const [name, value] of Object.entries(fields)) {
    const box = form.elements.namedItem(name);
    if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement) box.value = value;
  }
}

function draftOf(stage: PreparedStage | undefined, first: ActivityChoice | undefined): StageDraft {
  const words = ({ en = "", cy = "" }: PreparedStage["name"]) => ({ en, cy });
  const { minutes = "", name = {}, prompt = {} } = stage ?? first?.begins ?? {};
  return { activity: stage?.activity ?? first?.key ?? "", minutes: String(minutes), name: words(name), prompt: words(prompt) };
}
