import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

import type { SessionLine } from "./session-line.ts";

interface SessionLinesProps {
  readonly enquiryId: string;
  readonly sessions: readonly SessionLine[];
  /** Whether there is evidence to read together. */
  readonly hasEvidence: boolean;
}

/** The sessions of an enquiry with what came of them, or what to do when there are none. */
export function SessionLines({ enquiryId, sessions, hasEvidence }: SessionLinesProps) {
  const { t } = useTranslation();
  return (
    <section className="stack">
      <h2>{t("enquiry.sessions.title")}</h2>
      {sessions.length === 0 ? (
        <div className="card stack-tight">
          <h3>{t("enquiry.sessions.emptyTitle")}</h3>
          <p>{hasEvidence ? t("enquiry.sessions.empty") : t("enquiry.page.evidenceFirst")}</p>
        </div>
      ) : (
        <ul className="plain-list stack">{sessions.map((session) => <Line key={session.id} session={session} />)}</ul>
      )}
      <ButtonLink to={`/enquiries/${enquiryId}/sessions/new`} look={hasEvidence ? undefined : "quiet"}>{t("enquiry.page.newSession")}</ButtonLink>
    </section>
  );
}

const goesTo = { preparing: { path: "", word: "prepare" }, open: { path: "", word: "run" }, closed: { path: "/report", word: "report" } } as const;

function Line({ session }: { readonly session: SessionLine }) {
  const { t } = useTranslation();
  const { id, title, state, day, people } = session;
  const { path, word } = goesTo[state];
  return (
    <li className="card stack-tight">
      <h3><Translated words={title} /></h3>
      <p className="row">
        <span className="tag">{t(`enquiry.sessions.${state}`)}</span>
        <span className="aside">{day} · {t("enquiry.sessions.people", { count: people })}</span>
      </p>
      {state === "closed" ? <Outcome session={session} /> : null}
      <p><Link to={`/sessions/${id}${path}`}>{t(`enquiry.sessions.${word}`)}<span className="visually-hidden">: <Translated words={title} /></span></Link></p>
    </li>
  );
}

function Outcome({ session: { priorities } }: { readonly session: SessionLine }) {
  const { t } = useTranslation();
  if (priorities.length === 0) return <p>{t("enquiry.sessions.noOrder")}</p>;
  return (
    <p>
      {t("enquiry.sessions.first")}{" "}
      {priorities.map(({ text, lang }, index) => <span key={index}>{index > 0 ? "; " : ""}<span lang={lang}>{text}</span></span>)}
    </p>
  );
}
