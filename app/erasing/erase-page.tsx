import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import type { WordKey } from "#app/language/words.ts";
import { PersonChooser } from "#app/session/person-chooser.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import type { ErasePageData } from "./choice.ts";
import { CountList } from "./count-list.tsx";
import { PastErasures } from "./past-erasures.tsx";
import { SingleThings } from "./single-things.tsx";
import { totalOf } from "./theirs.ts";

interface ErasePageProps extends ErasePageData {
  readonly problem: WordKey | undefined;
}

/** Choose a person, see in numbers what there is of theirs, and go on to all of it or to single things. Plain forms; nothing is erased here. */
export function ErasePage({ session, people, chosen, counts, records, worries, past, doneId, problem }: ErasePageProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("erasing.title")} over={<Translated words={session.title} />}>
      {problem ? <Notice tone="problem" announce><p>{t(problem)}</p></Notice> : null}
      {doneId && !problem ? <PastErasures title={t("erasing.justNow")} past={past.filter(({ id }) => id === doneId)} /> : null}
      <p className="lead">{t("erasing.lead")}</p>
      <PersonChooser people={people} chosen={chosen} who="erasing.who" look="erasing.look" />
      {chosen ? <WhatThereIs {...{ session, chosen, counts, records, worries }} /> : null}
      <PastErasures title={t("erasing.past")} past={past.filter(({ id }) => id !== doneId)} />
      <p className="row">
        {session.isClosed ? <a href={`/sessions/${session.id}/report`}>{t("erasing.toReport")}</a> : <a href={`/sessions/${session.id}/desk`}>{t("session.mend.back")}</a>}
        <a href={`/sessions/${session.id}/undo`}>{t("session.mend.link")}</a>
      </p>
    </Page>
  );
}

type WhatThereIsProps = Pick<ErasePageData, "session" | "counts" | "records" | "worries"> & { readonly chosen: NonNullable<ErasePageData["chosen"]> };

function WhatThereIs({ session, chosen, counts, records, worries }: WhatThereIsProps) {
  const { t } = useTranslation();
  const action = `/sessions/${session.id}/erase/confirm`;
  const isNothing = totalOf(counts) === 0;
  return (
    <section className="stack" aria-labelledby="words-title">
      <h2 id="words-title">{t("erasing.of", { name: chosen.name })}</h2>
      {isNothing ? <p>{t("erasing.nothing", { name: chosen.name })}</p> : <CountList counts={counts} />}
      <form method="get" action={action} className="stack-tight">
        <input type="hidden" name="member" value={chosen.id} />
        <Button name="what" value="all">{t("erasing.all")}</Button>
        <p className="aside">{t("erasing.allHint")}</p>
      </form>
      {isNothing && worries.length === 0 ? null : <SingleThings action={action} memberId={chosen.id} records={records} worries={worries} privateNotes={counts.privateNotes ?? 0} />}
    </section>
  );
}
