/*
 * Changing the language loads the page anew. Words typed and not yet sent are carried over that one
 * reload in this tab's memory, and forgotten at once. Works on every page, with or without React.
 */
(() => {
  const KEY = "ymholi:kept-words";
  const boxes = () => document.querySelectorAll("main input:not([type=hidden]):not([type=password]), main textarea, main select");
  const nameOf = (box) => [location.pathname, box.form?.getAttribute("action") ?? "", box.name || box.id, box.type === "radio" || box.type === "checkbox" ? box.value : ""].join("|");

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-language-switch]")) return;
    const kept = {};
    for (const box of boxes()) {
      if (box.dataset.live !== undefined) continue; // shared text is kept by the room itself
      kept[nameOf(box)] = box.type === "radio" || box.type === "checkbox" ? box.checked : box.value;
    }
    sessionStorage.setItem(KEY, JSON.stringify({ kept, scroll: window.scrollY }));
  });

  const restore = () => {
    const found = sessionStorage.getItem(KEY);
    if (!found) return;
    sessionStorage.removeItem(KEY);
    const { kept, scroll } = JSON.parse(found);
    for (const box of boxes()) put(box, kept[nameOf(box)]);
    window.scrollTo(0, scroll);
  };

  const put = (box, value) => {
    if (typeof value === "boolean") {
      if (box.checked !== value && value) box.click();
      return;
    }
    if (value === undefined || box.value === value) return;
    // Through the prototype's setter, so that React notices.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value").set.call(box, value);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  if (document.documentElement.hasAttribute("data-still")) {
    restore();
    // Where React listens it moves focus itself: see error-summary.tsx.
    document.querySelector('[role="alert"][tabindex="-1"]')?.focus();
  } else window.addEventListener("ymholi:ready", restore, { once: true });
})();
