import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";

import { i18nFor } from "./language/i18n.ts";

/** One chunk of words is fetched, the one the page was rendered with. */
async function wordsOfPage(): Promise<{ language: "en" | "cy"; words: object }> {
  if (document.documentElement.lang === "cy") return { language: "cy", words: (await import("./language/cy.ts")).cy };
  return { language: "en", words: (await import("./language/en.ts")).en };
}

async function hydrate() {
  const { language, words } = await wordsOfPage();
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18nFor(language, words)}>
        <StrictMode>
          <RemixBrowser />
        </StrictMode>
      </I18nextProvider>,
    );
  });
}

void hydrate();
