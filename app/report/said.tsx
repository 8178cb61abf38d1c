import { useTranslation } from "react-i18next";

import { isLanguage } from "#app/language/languages.ts";
import { useLanguage } from "#app/language/use-language.ts";

import type { Alias } from "./record.ts";
import type { Ref } from "./refs.ts";
import type { Said } from "./report.ts";

/** Words somebody wrote, in their own language; says which when it is not the page's. */
export function Words({ said: { text, lang } }: { readonly said: Said }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const words = <span lang={lang || undefined}>{text}</span>;
  if (lang === page || !isLanguage(lang)) return words;
  return <>{words} <span className="aside font-normal">({t(`report.said.${lang}`)})</span></>;
}

/** "Unpaid carer 2": somebody without a name. */
export function AliasName({ alias }: { readonly alias: Alias | null }) {
  const { t } = useTranslation();
  return <>{alias ? t(`report.alias.${alias.group}`, { number: alias.number }) : t("report.alias.unknown")}</>;
}

/** "Principle 1", as a link to it. On paper the name itself is the way. */
export function RefLink({ to }: { readonly to: Ref }) {
  const { t } = useTranslation();
  return <a href={`#${to.anchor}`}>{t(`report.ref.${to.kind}`, { label: to.label })}</a>;
}

/** Links to several things, one after the other. */
export function RefLinks({ to }: { readonly to: readonly Ref[] }) {
  return <>{to.map((ref, index) => <span key={ref.anchor}>{index > 0 ? " · " : ""}<RefLink to={ref} /></span>)}</>;
}
