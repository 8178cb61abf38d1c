import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { signOut } from "#app/host/sign-in.server.ts";

/** POST → signed out in this browser, on the start page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const cookie = await signOut(context.db, request.headers.get("Cookie"), context.origin);
  return redirect("/", { headers: { "Set-Cookie": cookie } });
}

/** GET → the start page, still signed in: following a link signs nobody out. */
export function loader() {
  return redirect("/");
}
