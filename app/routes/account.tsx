import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { AccountBar } from "#app/host/account-bar.tsx";
import { changePassphrase } from "#app/host/account.server.ts";
import { passphraseForm } from "#app/host/forms.server.ts";
import { invite } from "#app/host/invitation.server.ts";
import { InviteCard } from "#app/host/invite-card.tsx";
import { PassphraseForm } from "#app/host/passphrase-form.tsx";
import { requireFacilitator, signIn } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /account → one's own account: pass-phrase, and links for other facilitators. */
export async function loader(args: LoaderFunctionArgs) {
  const { name, email } = await requireFacilitator(args);
  return { name, email, title: await wordFor(args.request, "host.account.title") };
}

/** POST { intent: "invite" } → { link }, shown this once. POST { passphraseNow, passphrase, passphraseAgain } → { changed }. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const facilitator = await requireFacilitator(args);
  const posted = await request.formData();
  if (posted.get("intent") === "invite") return { link: `${context.origin}/invitation/${await invite(context.db, facilitator)}` };
  const submission = readForm(posted, passphraseForm);
  if (submission.status !== "success") return refuse(submission);
  const { passphraseNow: current, passphrase: next } = submission.value;
  const answer = await changePassphrase(context, facilitator, { current, next });
  if (answer !== "changed") return refuse(submission, { passphraseNow: [answer] });
  return data({ changed: true }, { headers: { "Set-Cookie": await signIn(context.db, facilitator.id, context.origin) } });
}

export default function Account() {
  const { t } = useTranslation();
  const { name, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountBar />
      <Page title={t("host.account.title")}>
        <p className="lead">{name}<br />{email}</p>
        {answer && "changed" in answer ? <Notice announce><p>{t("host.account.changed")}</p></Notice> : null}
        <InviteCard link={answer && "link" in answer ? answer.link : undefined} />
        <section className="stack">
          <h2>{t("host.account.changeTitle")}</h2>
          <p>{t("host.account.changeBody")}</p>
          {/* Begun anew once it is changed: boxes emptied, problems gone. */}
          <PassphraseForm key={answer && "changed" in answer ? "changed" : "asked"} lastResult={answer && "form" in answer ? answer.form : undefined} />
        </section>
      </Page>
    </>
  );
}
