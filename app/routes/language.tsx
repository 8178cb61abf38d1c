import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { isLanguage } from "#app/language/languages.ts";
import { rememberLanguage } from "#app/language/language.server.ts";

/** POST { language: "en" | "cy", to: path on this site } → back to the same page in that language. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  const to = String(form.get("to") ?? "/");
  const safe = to.startsWith("/") && !to.startsWith("//") && !to.startsWith("/\\") ? to : "/";
  if (!isLanguage(language)) return redirect(safe);
  return redirect(safe, { headers: { "Set-Cookie": await rememberLanguage(language) } });
}

/** GET → the start page: this address is only for the switch. */
export function loader() {
  return redirect("/");
}
