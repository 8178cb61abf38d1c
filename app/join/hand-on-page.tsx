import { Form } from "@remix-run/react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { wipeDevice } from "#app/live/handed-on.ts";
import { LiveSession, OpenLines } from "#app/live/live-session.tsx";
import { useLeftBehind } from "#app/live/use-left-behind.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";

import { ShownCode } from "./seated-page.tsx";

interface Props {
  readonly sessionId: string;
  /** Member id of whoever hands on. */
  readonly me: string;
  /** The session's shared documents, in which words of theirs may still wait. */
  readonly documentIds: readonly string[];
  /** Shown once it was asked for. */
  readonly returnCode: string | null;
}

/** Handing a shared device on, in two steps: is everything kept, and the way back; then it is sealed and wiped. */
export function HandOnPage({ returnCode, ...rest }: Props) {
  return returnCode === null ? <FirstKept {...rest} /> : <ThenSeal sessionId={rest.sessionId} returnCode={returnCode} />;
}

function FirstKept({ sessionId, me, documentIds }: Omit<Props, "returnCode">) {
  const { t } = useTranslation();
  return (
    <Page title={t("handOn.title")}>
      <p className="lead">{t("handOn.lead")}</p>
      <LiveSession sessionId={sessionId} initialNotice={null} initialPeople={[]} me={me}>
        <OpenLines />
        <GoOn sessionId={sessionId} documentIds={documentIds} />
      </LiveSession>
    </Page>
  );
}

/** The button waits until all is kept; without JavaScript every form was kept before its page came back. */
function GoOn({ sessionId, documentIds }: Pick<Props, "sessionId" | "documentIds">) {
  const { t } = useTranslation();
  const isAwake = useHydrated();
  const left = useLeftBehind(documentIds);
  const mustWait = isAwake && left !== 0;
  const state = left === null ? t("handOn.keeping") : left > 0 ? t("handOn.waiting", { count: left }) : t("handOn.kept");
  return (
    <>
      <p role="status" className="notice" data-tone={mustWait ? "warn" : undefined}>{isAwake ? state : t("handOn.noScript")}</p>
      <Form method="post" reloadDocument className="row" onSubmit={(event) => mustWait && event.preventDefault()}>
        <Button name="step" value="code" aria-disabled={mustWait || undefined}>{t("handOn.goOn")}</Button>
        <Stay sessionId={sessionId} />
      </Form>
    </>
  );
}

function ThenSeal({ sessionId, returnCode }: { readonly sessionId: string; readonly returnCode: string }) {
  const { t } = useTranslation();
  // Wiped here too: not every browser follows the host's word to clear what it keeps.
  const wipe = (event: FormEvent) => void (event.isDefaultPrevented() || wipeDevice());
  return (
    <Page title={t("handOn.codeTitle")}>
      <ShownCode label={t("handOn.codeLabel")} returnCode={returnCode} />
      <p className="lead">{t("handOn.codeBody")}</p>
      <p>{t("handOn.what")}</p>
      <Form method="post" reloadDocument className="row" onSubmit={wipe}>
        <Button name="step" value="seal">{t("handOn.button")}</Button>
        <Stay sessionId={sessionId} />
      </Form>
    </Page>
  );
}

function Stay({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation();
  return <ButtonLink to={`/s/${sessionId}`} look="quiet" reloadDocument>{t("handOn.stay")}</ButtonLink>;
}
