import AxeBuilder from "@axe-core/playwright";

import { expect, type Page } from "#tests/browser.ts";

/** WCAG 2.2 AA as far as a machine can tell: no findings, and nothing to scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // axe writes into the page while it looks; a page that is just waking up must not find that there.
  await page.locator("html[data-still], html[data-ready]").waitFor({ state: "attached" });
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  expect(found, `axe at ${page.url()}`).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `nothing to scroll sideways at ${page.url()}`).toBeLessThanOrEqual(0);
}

/** The same page as wide as each of these, in CSS pixels; it ends as wide as it was. */
export async function expectAccessibleAt(page: Page, widths: readonly number[]): Promise<void> {
  const size = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
  }
  if (size) await page.setViewportSize(size);
}
