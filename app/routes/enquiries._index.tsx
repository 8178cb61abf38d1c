import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { enquiriesOf } from "#app/enquiry/change.server.ts";
import { EnquiryList } from "#app/enquiry/enquiry-list.tsx";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries → the enquiries of whose team one is. */
export async function loader(args: LoaderFunctionArgs) {
  const facilitator = await requireFacilitator(args);
  return { name: facilitator.name, enquiries: await enquiriesOf(args.context.db, facilitator), title: await wordFor(args.request, "enquiry.list.title") };
}

export default function Enquiries() {
  const { t } = useTranslation();
  const { name, enquiries } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountBar />
      <Page title={t("enquiry.list.title")} over={t("host.bar.signedInAs", { name })}>
        <EnquiryList enquiries={enquiries} />
      </Page>
    </>
  );
}
