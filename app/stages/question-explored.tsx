import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";

import type { Room } from "./room.ts";

/** What the talk is about: the question everything serves. */
export function QuestionExplored({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2 className="aside">{t("talk.question")}</h2>
      <p className="lead"><Translated words={room.question} /></p>
    </section>
  );
}

export function QuestionOnTheWall({ room }: { readonly room: Room }) {
  return <p className="text-4xl font-bold"><Translated words={room.question} /></p>;
}
