import { expect, type Page } from "#tests/browser.ts";

/** More stops than any page of ours has. */
const MANY = 150;

/** Goes on with Tab until something of that name has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MANY; stop++) {
    await page.keyboard.press("Tab");
    const focused = await nameOfFocus(page);
    if (typeof name === "string" ? focused === name : name.test(focused)) return;
    passed.push(focused);
  }
  expect(passed, `Tab comes to ${String(name)}`).toContain(name);
}

/** Tabs to something and presses Enter. */
export async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** The label or text of whatever has the focus, near enough to what a screen reader would call it. */
function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return "";
    const labels = "labels" in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
    const named = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    const text = element.getAttribute("aria-label") ?? (named || labels?.[0]?.textContent) ?? element.textContent ?? "";
    return text.replace(/\s+/g, " ").trim();
  });
}

/** Call before the person goes anywhere: from then on a page remembers that a mouse or a finger pressed on it. */
export async function watchForPointer(page: Page): Promise<void> {
  await page.addInitScript(() => addEventListener("pointerdown", () => sessionStorage.setItem("pointed", location.pathname), true));
}

/** Everything this person did, they did with the keyboard. */
export async function expectNoPointer(page: Page): Promise<void> {
  expect(await page.evaluate(() => sessionStorage.getItem("pointed")), "a page that was pressed by mouse or touch").toBeNull();
}
