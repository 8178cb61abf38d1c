import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    // React Aria carries 30 languages but no Welsh; en-US must stay or pages do not hydrate.
    { ...optimizeLocales.vite({ locales: ["en-GB", "en-US"] }), enforce: "pre" as const },
    tailwindcss(),
    remix(remixConfig),
  ],
  // Without this the server's and the browser's build name the stylesheet differently.
  // The stylesheet asks for browsers of 2023 and later (Tailwind 4), so scripts need not be older.
  build: { cssMinify: true, target: "es2022", manifest: true, minify: "terser" },
  // Native, and only ever run by the server: its browser stand-in must not be looked for while developing.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  // Bundled on the server too: half the start-up work and memory of leaving React Aria external.
  ssr: isSsrBuild
    ? { noExternal: [/^react-aria/, /^react-stately/, /^@internationalized\//, /^@react-/, /^@swc\/helpers/] }
    : {},
}));
