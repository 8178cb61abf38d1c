import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";

import { i18nFor } from "./language/i18n.ts";
import { wordsOfPage } from "./language/words-of-page.ts";
import { addPartsTo } from "./language/words-of-parts.ts";

async function hydrate() {
  const { language, words } = await wordsOfPage(document.documentElement);
  const i18n = i18nFor(language, words);
  addPartsTo(i18n);
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18n}>
        <StrictMode>
          <RemixBrowser />
        </StrictMode>
      </I18nextProvider>,
    );
  });
}

void hydrate();
