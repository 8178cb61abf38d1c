import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type ClientActionFunctionArgs, type ClientLoaderFunctionArgs } from "@remix-run/react";

import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { concernsOf, contactOf } from "#app/safeguarding/concern.server.ts";
import { ContactPage } from "#app/safeguarding/contact-page.tsx";
import { requireContact } from "#app/safeguarding/contact.server.ts";
import { decideOnWorry } from "#app/stages/worries.server.ts";
import { orAsBefore } from "#app/ui/or-as-before.ts";
import { orNotSent } from "#app/ui/or-not-sent.ts";
import { useAsBefore } from "#app/ui/use-as-before.ts";

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
  const decided = await decideOnWorry(context, { sessionId, by }, await request.formData());
  if (decided?.ok) return data({ problem: undefined });
  return data({ problem: decided?.problem ?? "session.problem.unknown" as const }, { status: 409 });
}

/** Without a connection, or the host's store, the worries stay on the screen, and it says so. */
export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsBefore(request, () => serverLoader<typeof loader>());
}

/** The same for a button pressed meanwhile. */
export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orNotSent(() => serverAction<typeof action>(), (problem) => ({ problem }));
}

export default function ContactRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { name, concerns } = loaded;
  useAsBefore(loaded);
  return <ContactPage name={name} concerns={concerns} problem={useActionData<typeof action>()?.problem} />;
}
