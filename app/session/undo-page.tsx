import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import type { WordKey } from "#app/language/words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import { Act } from "./act.tsx";
import { DifferenceView, DocumentName } from "./difference-view.tsx";
import type { PersonsChanges, StandingUndoing } from "./mending.ts";
import { PersonChooser, type Named } from "./person-chooser.tsx";

export interface UndoPageProps {
  readonly session: { readonly id: string; readonly title: Bilingual };
  /** Everybody ever seated: what somebody changed can be undone when they have left. */
  readonly people: readonly Named[];
  /** Whose changes are looked at; null before somebody is chosen. */
  readonly chosen: Named | null;
  readonly changes: readonly PersonsChanges[];
  readonly standing: readonly StandingUndoing[];
  /** What was just done. */
  readonly done: "undo" | "putBack" | null;
  readonly problem: WordKey | undefined;
}

/** Choose a person, see in words what undoing their changes would do, undo it, put it back. Plain forms. */
export function UndoPage({ session, people, chosen, changes, standing, done, problem }: UndoPageProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("session.mend.title")} over={<Translated words={session.title} />}>
      {problem ? <Notice tone="problem" announce><p>{t(problem)}</p></Notice> : null}
      {done && !problem ? <Notice announce><p>{t(`session.mend.done.${done}`)}</p></Notice> : null}
      <p className="lead">{t("session.mend.lead")}</p>
      <PersonChooser people={people} chosen={chosen} who="session.mend.who" look="session.mend.look" />
      {chosen ? <Changes chosen={chosen} changes={changes} /> : null}
      {standing.length > 0 ? <Standing standing={standing} /> : null}
      <p><a href={`/sessions/${session.id}/erase`}>{t("erasing.link")}</a></p>
      <p><ButtonLink look="quiet" to={`/sessions/${session.id}/desk`} reloadDocument>{t("session.mend.back")}</ButtonLink></p>
    </Page>
  );
}

function Changes({ chosen, changes }: { readonly chosen: Named; readonly changes: readonly PersonsChanges[] }) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="changes-title">
      <h2 id="changes-title">{t("session.mend.changesOf", { name: chosen.name })}</h2>
      {changes.length === 0 ? <p>{t("session.mend.nothing", { name: chosen.name })}</p> : null}
      {changes.map(({ document: about, difference }) => (
        <section key={about.id} className="card stack-tight" aria-labelledby={`in-${about.id}`}>
          <h3 id={`in-${about.id}`} className="text-xl"><DocumentName document={about} /></h3>
          <DifferenceView difference={difference} />
          <Act intent="undo" fields={{ documentId: about.id, memberId: chosen.id }} look="danger">
            {t("session.mend.undo")}<span className="visually-hidden">: <DocumentName document={about} /></span>
          </Act>
        </section>
      ))}
    </section>
  );
}

function Standing({ standing }: Pick<UndoPageProps, "standing">) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="standing-title">
      <h2 id="standing-title">{t("session.mend.standing")}</h2>
      <ul className="plain-list stack-tight">
        {standing.map(({ document: about, row, name, by, when }) => (
          <li key={about.id + String(row)} className="card stack-tight max-w-none">
            <p><strong><DocumentName document={about} /></strong><br />{t("session.mend.standingLine", { name, by, when })}</p>
            <Act intent="putBack" fields={{ documentId: about.id, row }}>{t("session.mend.putBack")}<span className="visually-hidden">: <DocumentName document={about} />, {name}</span></Act>
          </li>
        ))}
      </ul>
    </section>
  );
}
