/** Finds a Chromium for the browser tests, or installs one. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

/**
 * The browser of this machine; undefined when only Playwright's own may be there.
 * @returns {string | undefined}
 */
export function findChromium() {
  return [process.env.CHROMIUM_PATH ?? "", ...PLACES].find((place) => place && existsSync(place));
}

/** Installs one if there is none: Debian's as root, else Playwright's own. Throws when neither can be had. */
export function ensureChromium() {
  if (findChromium() || hasPlaywrights()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && installDebians()) return;
  execFileSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], { stdio: "inherit" });
}

function installDebians() {
  const apt = (/** @type {string[]} */ ...args) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;
  apt("update");
  return apt("install", "-y", "--no-install-recommends", "chromium");
}

function hasPlaywrights() {
  const script = `import("playwright").then(({ chromium }) => process.exit(require("node:fs").existsSync(chromium.executablePath()) ? 0 : 1))`;
  return spawnSync(process.execPath, ["-e", script], { stdio: "ignore" }).status === 0;
}
