import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { wayBack } from "#app/host/way-back.ts";
import { isLanguage } from "#app/language/languages.ts";
import { rememberLanguage } from "#app/language/language.server.ts";

/** POST { language: "en" | "cy", to: path on this site } → back to the same page in that language. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  const to = wayBack(form.get("to"), "/");
  if (!isLanguage(language)) return redirect(to);
  return redirect(to, { headers: { "Set-Cookie": await rememberLanguage(language) } });
}

/** GET → the start page: this address is only for the switch. */
export function loader() {
  return redirect("/");
}
