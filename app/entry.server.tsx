import { PassThrough } from "node:stream";

import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";

import { cy } from "./language/cy.ts";
import { en } from "./language/en.ts";
import { i18nFor } from "./language/i18n.ts";
import { languageOf } from "./language/language.server.ts";
import { NonceContext } from "./ui/nonce.tsx";

export const streamTimeout = 5_000;

const words = { en, cy };

/** Renders a page in the language of the request, streaming to browsers and whole to robots. */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, load: AppLoadContext): Promise<Response> {
  const language = await languageOf(request);
  const i18n = i18nFor(language, words[language]);
  const whole = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    let answered = false;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={load.nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer context={context} url={request.url} nonce={load.nonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: load.nonce,
        onShellReady: () => !whole && answer(),
        onAllReady: () => whole && answer(),
        onShellError: reject,
        onError: (error) => {
          status = 500;
          if (answered) console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000);
  });
}
