import { useTranslation } from "react-i18next";

/** In the report: words that a scribe wrote down say so, and whether they were checked. Nothing of words that their speaker wrote. */
export function ToldAsWritten({ pen: { scribed = false, checked = false } }: { readonly pen: { readonly scribed?: boolean | undefined; readonly checked?: boolean | undefined } }) {
  const { t } = useTranslation();
  return scribed ? <p className="aside">{t(checked ? "report.talk.scribedChecked" : "report.talk.scribed")}</p> : null;
}
