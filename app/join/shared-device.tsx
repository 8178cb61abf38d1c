import { useTranslation } from "react-i18next";

/** Asks whether others use the device too: then nothing of what is written stays on it. */
export function SharedDevice({ before = false }: { readonly before?: boolean }) {
  const { t } = useTranslation();
  return (
    <label className="choice">
      <input type="checkbox" name="shared" value="yes" defaultChecked={before} />
      <span>
        {t("join.shared.label")}
        <span className="aside block">{t("join.shared.hint")}</span>
      </span>
    </label>
  );
}
