import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { PhoneLink } from "#app/ui/phone-link.tsx";

import type { StageProps } from "#app/stages/stage-props.ts";

import { TurnTo } from "./turn-to.tsx";

/** The prompt stands above; here is the question everything serves, and whom to turn to when something weighs on one. */
export function Panel({ room: { question, safeguarding: { name, phone } } }: StageProps) {
  const { t } = useTranslation();
  return (
    <>
      <section className="card stack-tight">
        <h2 className="aside">{t("stages.room.question")}</h2>
        <p className="lead"><Translated words={question} /></p>
      </section>
      <p><TurnTo name={name} phone={phone ? <PhoneLink phone={phone} /> : null} /></p>
    </>
  );
}
