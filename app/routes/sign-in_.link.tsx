import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { redeemSignInLink } from "#app/host/link.server.ts";
import { signIn } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /sign-in/link?token=… → a button, so that programs that only look at links do not use it up. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "", title: await wordFor(request, "host.link.title") };
}

/** POST { token } → signed in and sent to the enquiries; 410 when the link no longer opens. */
export async function action({ context, request }: ActionFunctionArgs) {
  const token = (await request.formData()).get("token");
  const facilitatorId = typeof token === "string" ? await redeemSignInLink(context.db, token) : null;
  if (!facilitatorId) return data({ gone: true }, { status: 410 });
  return redirect("/enquiries", { headers: { "Set-Cookie": await signIn(context.db, facilitatorId, context.origin) } });
}

export default function SignInLink() {
  const { t } = useTranslation();
  const { token } = useLoaderData<typeof loader>();
  const gone = useActionData<typeof action>()?.gone;
  return (
    <Page title={t("host.link.title")}>
      {gone ? (
        <Notice tone="warn" announce><p>{t("host.link.gone")}</p><ButtonLink to="/sign-in">{t("host.signIn.title")}</ButtonLink></Notice>
      ) : (
        <Form method="post" className="stack">
          <p className="lead">{t("host.link.body")}</p>
          <input type="hidden" name="token" value={token} />
          <Button>{t("host.link.button")}</Button>
        </Form>
      )}
    </Page>
  );
}
