import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { invitationForm } from "#app/host/forms.server.ts";
import { InvitationForm } from "#app/host/invitation-form.tsx";
import { acceptInvitation, requireInvitation } from "#app/host/invitation.server.ts";
import { signIn } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /invitation/:token → the form of a new account; 404 when the link no longer opens. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  await requireInvitation(context.db, params["token"] ?? "");
  return { title: await wordFor(request, "host.invitation.title") };
}

/** POST { name, email, passphrase, passphraseAgain } → the account made, signed in, at the enquiries. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const submission = readForm(await request.formData(), invitationForm);
  if (submission.status !== "success") return refuse(submission);
  const made = await acceptInvitation(context.db, params["token"] ?? "", submission.value);
  if (made === "emailTaken") return refuse(submission, { email: ["host.invitation.emailTaken"] });
  return redirect("/enquiries", { headers: { "Set-Cookie": await signIn(context.db, made.facilitatorId, context.origin) } });
}

export default function Invitation() {
  const { t } = useTranslation();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("host.invitation.title")}>
      <p className="lead">{t("host.invitation.lead")}</p>
      <InvitationForm lastResult={answer?.form} />
    </Page>
  );
}
