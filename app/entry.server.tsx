import { PassThrough } from "node:stream";

import { createReadableStreamFromReadable, type ActionFunctionArgs, type AppLoadContext, type EntryContext, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";

import { cy } from "./language/cy.ts";
import { en } from "./language/en.ts";
import { i18nFor } from "./language/i18n.ts";
import { languageOf } from "./language/language.server.ts";
import { NonceContext } from "./ui/nonce.tsx";

export const streamTimeout = 5_000;

const words = { en, cy };

/**
 * Renders a page in the language of the request. It is sent when it is whole: streamed parts would need a
 * script to find their place, and every page must read without one.
 */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, load: AppLoadContext): Promise<Response> {
  const language = await languageOf(request);
  const i18n = i18nFor(language, words[language]);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={load.nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer context={context} url={request.url} nonce={load.nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: load.nonce,
        onAllReady: () => {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error) => {
          status = 500;
          load.report(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Faults of loaders and actions. One whose reader has gone away is nobody's; an address that is not there is its reader's. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.report(error);
}
