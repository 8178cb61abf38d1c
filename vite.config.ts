import { fileURLToPath } from "node:url";

import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** A phone need not fetch i18next to say some hundred sentences of one language: see app/language/speaker.ts. */
const wordsInTheBrowser: Plugin = {
  name: "words-in-the-browser",
  enforce: "pre",
  resolveId: (source, _from, { ssr }) => (source === "react-i18next" && !ssr ? fileURLToPath(new URL("app/language/in-the-browser.tsx", import.meta.url)) : null),
};

export default defineConfig({
  plugins: [
    wordsInTheBrowser,
    tailwindcss(),
    remix(remixConfig),
  ],
  // Without this the server's and the browser's build name the stylesheet differently.
  // The stylesheet asks for browsers of 2023 and later (Tailwind 4), so scripts need not be older.
  build: { cssMinify: true, target: "es2022", manifest: true, minify: "terser" },
  // Native, and only ever run by the server: its browser stand-in must not be looked for while developing.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
});
