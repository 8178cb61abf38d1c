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
      kept[nameOf(box)] = box.dataset.shared === undefined ? answerOf(box) : { before: box.defaultValue, now: box.value };
      if (box === document.activeElement) kept.focus = nameOf(box);
    }
    return kept;
  };

  // Others may have changed a shared text meanwhile: what they wrote stays.
  const besideOthers = (box, { before, now }) => (box.value === before ? now : `${box.value}\n${now}`);

  const give = (within, kept, answered = new Set()) => {
    for (const box of boxes(within)) {
      if (answered.has(questionOf(box))) continue;
      const answer = kept[nameOf(box)];
      put(box, answer?.now === undefined ? answer : besideOthers(box, answer));
      if (kept.focus === nameOf(box)) box.focus();
    }
  };

  // While React takes a textarea over, it writes into it what the server wrote. What was typed by then is put back.
  const early = new Map();
  const noteEarly = ({ target: box }) => {
    if (box.type !== "textarea" || isAwake(box) || box.closest("[data-as-written]")) return;
    if (early.size === 0) setTimeout(watch, 100);
    early.set(box, { text: box.value, caret: box.selectionEnd });
  };
  const watch = () => {
    putBack();
    if (early.size > 0) setTimeout(watch, 100);
  };
  // Before the next letter, too.
  const putBack = () => {
    for (const [box, { text, caret }] of early) {
      if (box.isConnected && !isAwake(box)) continue;
      put(box, text);
      // Hearing of it, React may finish taking the box over, and write into it once more.
      if (early.delete(box)) put(box, text);
      if (box === document.activeElement) box.setSelectionRange(caret, caret);
    }
  };
  const earlyIn = (box) => {
    const typed = early.get(box);
    early.delete(box);
    return typed;
  };

  // For app/stages/fold.tsx, which draws anew what the server wrote, and app/live/shared-text.tsx.
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
  for (const kind of ["input", "change"]) document.addEventListener(kind, noteAnswered, true);
  document.addEventListener("input", noteEarly, true);
  document.addEventListener("beforeinput", putBack, true);
  window.addEventListener("ymholi:ready", restore, { once: true });
})();
