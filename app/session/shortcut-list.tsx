import { useTranslation } from "react-i18next";

import { keyOf, shortcuts } from "./shortcuts.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** The desk's keys, and the switch for them. */
export function ShortcutList() {
  const { t } = useTranslation();
  const { on, turn } = useShortcuts();
  return (
    <details className="card">
      <summary data-shortcut="list"><h2 className="inline text-xl">{t("desk.keys.title")}</h2></summary>
      <div className="stack-tight mt-3">
        <dl className="facts">
          {shortcuts.map((shortcut) => (
            <div key={shortcut}><dt><kbd className="tag">{keyOf(shortcut) === " " ? t("desk.keys.space") : keyOf(shortcut)}</kbd></dt><dd>{t(`desk.keys.${shortcut}`)}</dd></div>
          ))}
        </dl>
        <label className="choice"><input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} /> {t("desk.keys.on")}</label>
        <p className="aside">{t("desk.keys.hint")}</p>
      </div>
    </details>
  );
}
