import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { languageOf } from "#app/language/language.server.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { itemHistory } from "#app/lists/history.server.ts";
import { ItemHistory } from "#app/lists/item-history.tsx";
import { listDocument } from "#app/lists/lists.server.ts";
import { peopleOf } from "#app/session/people.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /s/:session/items/:document/:item → how the item's wording got here. 404 for what is not of this session. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireMember(args);
  const { db, live } = args.context;
  const documentId = await listDocument(db, sessionId, args.params["document"]);
  const history = await itemHistory(live, { documentId, itemId: args.params["item"] ?? "", language: await languageOf(args.request) });
  return { ...history, sessionId, people: await peopleOf(db, sessionId), title: await wordFor(args.request, "lists.history.title") };
}

export default function History() {
  const { t } = useTranslation();
  const { lang, wordings, writers, people, sessionId } = useLoaderData<typeof loader>();
  return (
    <Page title={t("lists.history.title")}>
      <ItemHistory lang={lang} wordings={wordings} people={people} writers={writers} />
      <ButtonLink look="quiet" to={`/s/${sessionId}`} reloadDocument>{t("lists.chooser.done")}</ButtonLink>
    </Page>
  );
}
