import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { Button } from "#app/ui/button.tsx";

import type { Concern } from "./concern.ts";

/** Worries as the facilitators and the named contact read them, each with what can be done. Posts an `intent` and the concern's id to the page's action. */
export function ConcernList({ concerns }: { readonly concerns: readonly Concern[] }) {
  const { t } = useTranslation();
  if (concerns.length === 0) return <p>{t("safeguarding.card.none")}</p>;
  return (
    <ul className="plain-list stack">
      {concerns.map((concern) => <li key={concern.id} className="stack-tight"><OneConcern concern={concern} /></li>)}
    </ul>
  );
}

function OneConcern({ concern: { id, from, words, lang, about, seenBy } }: { readonly concern: Concern }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="whitespace-pre-line"><strong>{t("safeguarding.card.from", { name: from })}:</strong> <Words said={{ text: words, lang }} /></p>
      {about ? <About about={about} /> : null}
      {seenBy === null ? null : <p><strong>{t("safeguarding.card.seen", { name: seenBy })}</strong></p>}
      <div className="row">
        {seenBy === null ? <ConcernAct intent="seeTo" id={id}>{t("safeguarding.card.see")}</ConcernAct> : <ConcernAct intent="leaveToOthers" id={id}>{t("safeguarding.card.unsee")}</ConcernAct>}
        {about ? <ConcernAct intent={about.isHidden ? "showSubject" : "hideSubject"} id={id}>{t(about.isHidden ? "safeguarding.card.show" : "safeguarding.card.hide")}</ConcernAct> : null}
      </div>
    </>
  );
}

function About({ about: { words, writer, isHidden } }: { readonly about: NonNullable<Concern["about"]> }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{writer ? t("safeguarding.card.aboutBy", { writer }) : t("safeguarding.card.about")}:</p>
      <blockquote className="whitespace-pre-line"><p>{words}</p></blockquote>
      <p className="aside">{t(isHidden ? "safeguarding.card.isHidden" : "safeguarding.card.isShown")}</p>
    </>
  );
}

interface ConcernActProps {
  readonly intent: "seeTo" | "leaveToOthers" | "hideSubject" | "showSubject";
  readonly id: string;
  readonly children: string;
}

function ConcernAct({ intent, id, children }: ConcernActProps) {
  return (
    <Form method="post" preventScrollReset replace>
      <input type="hidden" name="concern" value={id} />
      <Button look="quiet" name="intent" value={intent}>{children}</Button>
    </Form>
  );
}
