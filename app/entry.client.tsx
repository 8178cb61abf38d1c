import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

import { SpeakerProvider } from "./language/in-the-browser.tsx";
import { speakerOf } from "./language/speaker.ts";
import { wordsOfPage } from "./language/words-of-page.ts";
import { addPartsTo } from "./language/words-of-parts.ts";

async function hydrate() {
  const [{ language, words }] = await Promise.all([wordsOfPage(document.documentElement), dataOfPage()]);
  const speaker = speakerOf(language, words);
  addPartsTo(speaker);
  startTransition(() => {
    hydrateRoot(
      document,
      <SpeakerProvider value={speaker}>
        <StrictMode>
          <RemixBrowser />
        </StrictMode>
      </SpeakerProvider>,
    );
  });
}

/**
 * Resolves when the page's data are decoded. Remix begins that in its first render, and suspends it with nothing
 * around it that could wait: a tap just then has React draw the page at once, which it cannot, and it throws the page
 * away (error 345; remix-run/remix#10214). Asked before React is, it throws what is to be waited for, and no hook yet.
 */
async function dataOfPage(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoded) {
    await decoded;
  }
}

void hydrate();
