import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";

import { TextField } from "#app/ui/field.tsx";

import type { RequiredMix } from "./mix.ts";

const required = ["carer", "drawsOnCare", "practitioner", "manager", "researcher", "other"] as const satisfies readonly (keyof RequiredMix)[];

/** As a form holds it: every number is still what somebody typed. */
export type Details = {
  readonly title: { readonly en: string; readonly cy: string };
  readonly publishCount: string;
  readonly mix: Readonly<Record<(typeof required)[number], string>>;
};

/** What the form begins with for a session that has these. */
export function detailsOf({ title, publishCount, mix }: { title: { en?: string | undefined; cy?: string | undefined }; publishCount: number; mix: RequiredMix }): Details {
  const said = Object.fromEntries(required.map((perspective) => [perspective, mix[perspective] ? String(mix[perspective]) : ""]));
  // Object.fromEntries forgets which keys it was given.
  return { title: { en: title.en ?? "", cy: title.cy ?? "" }, publishCount: String(publishCount), mix: said as Details["mix"] };
}

interface DetailsFieldsProps {
  readonly title: FieldMetadata<Details["title"]>;
  readonly publishCount: FieldMetadata<string>;
  readonly mix: FieldMetadata<Details["mix"]>;
}

/** Title in both languages, how many priorities to publish, and the mix of perspectives that a decision needs. */
export function DetailsFields({ title, publishCount, mix }: DetailsFieldsProps) {
  const { t } = useTranslation();
  const titles = title.getFieldset();
  const needed = mix.getFieldset();
  return (
    <>
      <TextField field={titles.en} label={t("session.title.en")} hint={t("session.title.hint")} lang="en" />
      <TextField field={titles.cy} label={t("session.title.cy")} lang="cy" />
      <TextField field={publishCount} label={t("session.publish.label")} hint={t("session.publish.hint")} inputMode="numeric" short />
      <fieldset className="field stack-tight">
        <legend>{t("session.mix.title")}</legend>
        <p className="field-hint">{t("session.mix.hint")}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {required.map((perspective) => <TextField key={perspective} field={needed[perspective]} label={t(`session.mix.${perspective}`)} inputMode="numeric" short />)}
        </div>
      </fieldset>
    </>
  );
}
