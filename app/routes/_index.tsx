import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Part } from "#app/host/long-read.tsx";
import { facilitatorOf } from "#app/host/sign-in.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

/** GET / → the start page: join, or sign in; facilitators who are signed in are led to their enquiries. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const facilitator = await facilitatorOf(context.db, request.headers.get("Cookie"));
  return { signedIn: facilitator !== null };
}

export default function Start() {
  const { t } = useTranslation();
  const { signedIn } = useLoaderData<typeof loader>();
  const steps = [t("host.start.steps.read"), t("host.start.steps.draft"), t("host.start.steps.choose"), t("host.start.steps.trace")];
  return (
    <Page title={t("host.start.title")}>
      <p className="lead">{t("host.start.lead")}</p>
      <div className="stack-tight">
        <ButtonLink to="/join" reloadDocument look={signedIn ? "quiet" : undefined} className="text-xl px-8 py-4">{t("host.start.join")}</ButtonLink>
        <p className="aside">{t("host.start.joinHint")}</p>
      </div>
      <section className="stack-tight">
        <h2>{t("host.start.facilitators")}</h2>
        {signedIn
          ? <ButtonLink to="/enquiries">{t("host.start.enquiries")}</ButtonLink>
          : <ButtonLink to="/sign-in" look="quiet">{t("host.start.signIn")}</ButtonLink>}
      </section>
      <Part title={t("host.start.how")} points={steps} />
    </Page>
  );
}
