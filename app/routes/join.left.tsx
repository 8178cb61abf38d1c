import type { LoaderFunctionArgs } from "@remix-run/node";

import { LeftPage } from "#app/join/leaving.tsx";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /join/left → what leaving means. Shown after leaving; tells nothing of any session. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { title: await wordFor(request, "join.left.title") };
}

export default LeftPage;
