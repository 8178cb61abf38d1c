import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { decideOnConcern } from "#app/safeguarding/concern-action.server.ts";
import { concernsOf, contactOf } from "#app/safeguarding/concern.server.ts";
import { ContactPage } from "#app/safeguarding/contact-page.tsx";
import { requireContact } from "#app/safeguarding/contact.server.ts";

export const headers = () => ({ "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store" });
export const meta = pageTitle;

/** GET /contact/:session/:token → the session's concerns, for the person named for safeguarding. 404 for any other token. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const sessionId = requireContact(context.secrets, params);
  const [{ name }, concerns, title] = await Promise.all([contactOf(context.db, sessionId), concernsOf(context, sessionId), wordFor(request, "safeguarding.contact.title")]);
  return { name, concerns, title };
}

/** POST { intent, concern } → says that the contact is seeing to it, hides its words or shows them again. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const sessionId = requireContact(context.secrets, params);
  const { name: by } = await contactOf(context.db, sessionId);
  const decided = await decideOnConcern(context, { sessionId, by }, await request.formData());
  if (decided?.ok) return data({ problem: undefined });
  return data({ problem: decided?.problem ?? "session.problem.unknown" as const }, { status: 409 });
}

export default function ContactRoute() {
  const { name, concerns } = useLoaderData<typeof loader>();
  return <ContactPage name={name} concerns={concerns} problem={useActionData<typeof action>()?.problem} />;
}
