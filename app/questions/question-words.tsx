import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { WrittenDown } from "#app/scribe/written-down.tsx";

import type { Question } from "./questions.doc.ts";
import { makersOf } from "./standing.ts";
import type { Asking } from "./use-asking.ts";

/** A question as everybody reads it: its words, its makers, and the passage it was drawn from. */
export function QuestionWords({ asking, question }: { readonly asking: Asking; readonly question: Question }) {
  const pen = asking.penOf(question);
  return (
    <>
      <p className="lead" lang={question.lang}>{question.words}</p>
      <Makers asking={asking} question={question} />
      {pen ? <WrittenDown pen={pen} nameOf={asking.nameOf} /> : null}
      <DrawnFrom asking={asking} question={question} />
    </>
  );
}

function Makers({ asking: { made, nameOf, groupNumber }, question }: { readonly asking: Asking; readonly question: Question }) {
  const { t } = useTranslation();
  const group = question.fromGroup ? groupNumber(question.fromGroup) : null;
  return (
    <p className="aside">
      {t("questions.card.makers")} <span translate="no">{makersOf(question, made).map(nameOf).join(", ")}</span>
      {group === null ? null : ` · ${t("questions.card.fromGroup", { number: group })}`}
    </p>
  );
}

function DrawnFrom({ asking: { walkBack, passages }, question: { passage } }: { readonly asking: Asking; readonly question: Question }) {
  const { t } = useTranslation();
  if (!passage) return null;
  const address = walkBack(passage);
  const source = passages.find((one) => one.passage.itemId === passage.itemId);
  return (
    <figure>
      <figcaption className="aside">{t("questions.card.passage")} {source ? <cite lang={source.lang}>{source.title}</cite> : null}</figcaption>
      <blockquote className="whitespace-pre-line" lang={passage.lang}>{passage.exact}</blockquote>
      {address ? <p><Link to={address} reloadDocument>{t("questions.card.walkBack")}</Link></p> : null}
    </figure>
  );
}
