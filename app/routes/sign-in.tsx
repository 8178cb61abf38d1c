import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { signInForm } from "#app/host/forms.server.ts";
import { SignInForm } from "#app/host/sign-in-form.tsx";
import { facilitatorOf, signIn, trySignIn } from "#app/host/sign-in.server.ts";
import { wayBack } from "#app/host/way-back.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /sign-in?to=/a/page → the form; those who are in already go on to `to`. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const to = wayBack(new URL(request.url).searchParams.get("to"), "/enquiries");
  if (await facilitatorOf(context.db, request.headers.get("Cookie"))) throw redirect(to);
  return { to, title: await wordFor(request, "host.signIn.title") };
}

/** POST { email, passphrase, to } → signed in and sent on to `to`; 422 with the form otherwise, too many tries included. */
export async function action({ context, request }: ActionFunctionArgs) {
  const submission = readForm(await request.formData(), signInForm);
  if (submission.status !== "success") return refuse(submission);
  const answer = await trySignIn(context, { ...submission.value, address: context.address });
  if (answer.kind === "tooMany") return refuse(submission, { "": ["host.signIn.tooMany"] });
  if (answer.kind === "wrong") return refuse(submission, { "": ["host.signIn.wrong"] });
  const cookie = await signIn(context.db, answer.facilitatorId, context.origin);
  return redirect(wayBack(submission.value.to, "/enquiries"), { headers: { "Set-Cookie": cookie } });
}

export default function SignIn() {
  const { t } = useTranslation();
  const { to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={t("host.signIn.title")}>
      <p className="lead">{t("host.signIn.lead")}</p>
      <SignInForm lastResult={answer?.form} to={to} />
      <p><Link to="/join" reloadDocument>{t("host.signIn.joinInstead")}</Link></p>
    </Page>
  );
}
