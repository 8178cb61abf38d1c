import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { EnquiryOver } from "#app/enquiry/enquiry-over.tsx";
import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { droppedFromQuery } from "#app/evidence/dropped.ts";
import { ItemPage } from "#app/evidence/item-page.tsx";
import { itemPage } from "#app/evidence/item-page.server.ts";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { languageOf } from "#app/language/language.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries/:enquiry/evidence/:item?version=2 → one version to read; `saved&pictures=2` tells what saving left out. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const { searchParams, search } = new URL(request.url);
  const enquiry = await enquiryFor(context.db, await requireFacilitator(args), params["enquiry"] ?? "");
  const number = Number(searchParams.get("version")) || null;
  const item = await itemPage(context.db, { enquiryId: enquiry.id, itemId: params["item"] ?? "", number, language: await languageOf(request) });
  const dropped = searchParams.has("saved") ? droppedFromQuery(search) : null;
  return { enquiry: { id: enquiry.id, title: enquiry.title }, itemId: params["item"] ?? "", item, dropped, title: item.shown.title };
}

export default function EvidenceItem() {
  const { enquiry, itemId, item, dropped } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountBar />
      <Page title={<span lang={item.shown.language}>{item.shown.title}</span>} over={<EnquiryOver enquiry={enquiry} />}>
        <ItemPage {...item} dropped={dropped} address={`/enquiries/${enquiry.id}/evidence/${itemId}`} />
      </Page>
    </>
  );
}
