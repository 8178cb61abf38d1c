/*
 * Changing the language, and a form that is sent while the page is not awake yet, load the page anew. Words typed in it and
 * not sent are carried over that one reload in this tab's memory, and forgotten at once. Works on every page, with or without React.
 */
(() => {
  const KEY = "ymholi:kept-words";
  const boxes = (within) => within.querySelectorAll("input:not([type=hidden]):not([type=password]), textarea, select");
  // The forms of a list's items are all alike: the item tells them apart.
  const itemOf = (box) => box.closest("[data-item]")?.dataset.item ?? "";
  const questionOf = (box) => [location.pathname, box.form?.getAttribute("action") ?? "", box.name || box.id, itemOf(box)].join("|");
  const nameOf = (box) => [questionOf(box), box.type === "radio" || box.type === "checkbox" ? box.value : ""].join("|");

  // The window hears it last: what an awake page sends by itself has been prevented by then.
  window.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const isSwitch = event.target.matches("[data-language-switch]");
    // What comes back may be newer than what only stood there.
    const isUnsent = (box) => box.form !== event.target && isChanged(box);
    const kept = take(document.getElementById("main"), isSwitch ? undefined : isUnsent);
    sessionStorage.setItem(KEY, JSON.stringify({ kept, scroll: isSwitch ? window.scrollY : null }));
  });

  const isChanged = (box) => {
    if (box.type === "radio" || box.type === "checkbox") return box.checked !== box.defaultChecked;
    if (box.options) return box.selectedIndex !== Math.max(0, [...box.options].findIndex((option) => option.defaultSelected));
    return box.value !== box.defaultValue;
  };

  const isAwake = (box) => Object.keys(box).some((key) => key.startsWith("__reactProps"));
  const isKeptByRoom = (box) => box.dataset.live !== undefined && (isAwake(box) || !isChanged(box));
  const answerOf = (box) => (box.type === "radio" || box.type === "checkbox" ? box.checked : box.value);

  const take = (within, isTaken = () => true) => {
    const kept = {};
    for (const box of boxes(within)) {
      if (isKeptByRoom(box) || !isTaken(box)) continue;
      kept[nameOf(box)] = answerOf(box);
      if (box === document.activeElement) kept.focus = nameOf(box);
    }
    return kept;
  };

  const give = (within, kept, answered = new Set()) => {
    for (const box of boxes(within)) {
      if (answered.has(questionOf(box))) continue;
      put(box, kept[nameOf(box)]);
      if (kept.focus === nameOf(box)) box.focus();
    }
  };

  // In the moment React takes a box over it writes into it again what the server wrote. What stood there by then is put back.
  const early = new Map();
  const noteEarly = ({ target: box }) => {
    if (box.type === "password" || isAwake(box)) return;
    if (early.size === 0) requestAnimationFrame(watch);
    early.set(box, { answer: answerOf(box), caret: box.selectionEnd });
  };
  const watch = () => {
    putBack();
    if (early.size > 0) requestAnimationFrame(watch);
  };
  // Asked for before the next letter, too, which may come between two pictures.
  const putBack = () => {
    for (const [box, { answer, caret }] of early) {
      if (box.isConnected && !isAwake(box)) continue;
      early.delete(box);
      put(box, answer);
      if (box === document.activeElement && typeof caret === "number") box.setSelectionRange(caret, caret);
    }
  };
  const earlyIn = (box) => {
    const { answer } = early.get(box) ?? {};
    early.delete(box);
    return answer;
  };

  // A fold that draws anew what the server wrote takes along what was typed meanwhile: app/stages/fold.tsx. Shared text asks what
  // was typed in its box before it was tied to the others': app/live/shared-text.tsx.
  window.ymholiWords = { take, give, early: earlyIn };

  // What was answered anew before the page was awake is newer than what was carried over, and that is where the person is.
  const answered = new Set();
  const noteAnswered = (event) => answered.add(questionOf(event.target));

  const restore = () => {
    for (const kind of ["input", "change"]) document.removeEventListener(kind, noteAnswered, true);
    const found = sessionStorage.getItem(KEY);
    if (!found) return;
    sessionStorage.removeItem(KEY);
    const { kept, scroll } = JSON.parse(found);
    const focus = answered.size === 0 ? kept.focus : undefined;
    give(document.getElementById("main"), { ...kept, focus }, answered);
    if (scroll !== null && answered.size === 0) window.scrollTo(0, scroll);
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
    return;
  }
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, noteAnswered, true);
    document.addEventListener(kind, noteEarly, true);
  }
  document.addEventListener("beforeinput", putBack, true);
  window.addEventListener("ymholi:ready", restore, { once: true });
})();
