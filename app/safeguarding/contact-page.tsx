import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Unreached } from "#app/ui/unreached.tsx";
import { useNowAndThen } from "#app/ui/use-now-and-then.ts";

import { ConcernList } from "./concern-list.tsx";
import { unseenIn, type Concern } from "./concern.ts";

/** Milliseconds. The contact is not in the session, so their screen asks by itself. */
const LOOK_MS = 10_000;

interface ContactPageProps {
  readonly name: string;
  readonly concerns: readonly Concern[];
  /** Why the last button did nothing. */
  readonly problem: WordKey | undefined;
}

/** The named contact's screen. */
export function ContactPage({ name, concerns, problem }: ContactPageProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useNowAndThen(LOOK_MS);
  const waiting = unseenIn(concerns);
  return (
    <Page title={t("safeguarding.contact.title")}>
      <p className="lead">{t("safeguarding.contact.lead", { name })}</p>
      <Unreached />
      {problem ? <Notice tone="problem" announce><p>{t(problem)}</p></Notice> : null}
      <p role="alert"><strong>{waiting > 0 ? t("safeguarding.contact.updated", { count: waiting }) : ""}</strong></p>
      <ConcernList concerns={concerns} />
      <noscript><p><a href={pathname}>{t("safeguarding.contact.refresh")}</a></p></noscript>
    </Page>
  );
}
