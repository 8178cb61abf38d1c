import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";

import type { StageProps } from "#app/stages/stage-props.ts";

/** The prompt stands above; here is the question everything serves. */
export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2 className="aside">{t("stages.room.question")}</h2>
      <p className="lead"><Translated words={room.question} /></p>
    </section>
  );
}
