import { expect, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";

/** Pixels. A fortieth of the height of a wall of 720: readable from eight metres on a screen two metres wide. */
const SMALLEST = 720 / 40;

/** Nothing below the edge of the wall, nor of the part that holds what the group has made; no word smaller than can be read. */
export async function expectWallFits(wall: Page): Promise<void> {
  const where = `${wall.url()}: ${(await wall.getByRole("heading", { level: 1 }).first().innerText()).slice(0, 60)}`;
  // The wall fits what it shows a moment after it is shown.
  await expect.poll(async () => (await measured(wall)).cut, { message: `pixels cut off at ${where}` }).toBeLessThanOrEqual(0);
  const { below, smallest } = await measured(wall);
  expect(below, `pixels below the wall's edge at ${where}`).toBeLessThanOrEqual(0);
  expect(smallest, `the smallest words in pixels at ${where}`).toBeGreaterThanOrEqual(SMALLEST);
}

/** The wall of a session in Welsh and in both languages, one after the other, on a screen put up for it. */
export async function lookAtWalls(wall: Page, address: string): Promise<void> {
  for (const languages of ["cy", "both"]) {
    await wall.goto(`${address}?languages=${languages}`);
    await expect(wall.locator(".projector-prompt").or(wall.getByRole("heading", { level: 1 })).first()).toBeVisible();
    await expectAccessible(wall);
    await expectWallFits(wall);
  }
}

/** Milliseconds: longer than one part of anything stands. */
const A_TURN = 21_000;
/** More parts than anything of a test's comes in. */
const MOST_TURNS = 60;

/** Each of these comes by in that part of the wall, whole, and at no moment is anything cut off. The wall's clock is in our hands (`clock.install`). */
export async function seeInTurn(wall: Page, part: string, words: readonly string[]): Promise<void> {
  const waiting = new Set(words);
  for (let turn = 0; turn < MOST_TURNS && waiting.size > 0; turn++) {
    await expectWallFits(wall);
    const shown = (await wall.locator(part).innerText()).replace(/\s+/g, " ");
    for (const one of waiting) if (shown.includes(one)) waiting.delete(one);
    await wall.clock.fastForward(A_TURN);
  }
  expect([...waiting], "what never came by").toEqual([]);
}

/** Pixels below the wall's edge, pixels cut off at the most, and the smallest letters in pixels. */
function measured(wall: Page) {
  return wall.evaluate(() => {
    const words = document.createTreeWalker(document.querySelector(".projector") ?? document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    while (words.nextNode()) {
      const parent = words.currentNode.parentElement;
      if (parent && words.currentNode.textContent?.trim() && parent.checkVisibility() && !parent.closest(".visually-hidden, .projector-languages, .projector-hold")) sizes.push(parseFloat(getComputedStyle(parent).fontSize));
    }
    const ends = document.querySelectorAll(".projector, .projector-made, .projector-quote");
    // Where lines beyond so many are cut off, whatever the size of the wall; but for what comes by whole in its turn.
    const clamped = [...document.querySelectorAll(".projector *:not([data-whole])")].filter((box) => getComputedStyle(box).webkitLineClamp !== "none");
    const over = (box: Element) => box.scrollHeight - box.clientHeight;
    // Tails of letters reach a little below a tight line; a line that is cut off is more than half a line.
    const lines = clamped.map((box) => over(box) - parseFloat(getComputedStyle(box).lineHeight) / 2);
    const edges = [...[...ends].map(over), ...lines];
    return { below: document.documentElement.scrollHeight - innerHeight, cut: Math.max(...edges), smallest: Math.min(...sizes) };
  });
}
