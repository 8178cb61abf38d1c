import { useTranslation } from "react-i18next";

import type { Ref } from "./refs.ts";

/** "Principle 1", as a link to it. On paper the name itself is the way. */
export function RefLink({ to }: { readonly to: Ref }) {
  const { t } = useTranslation();
  return <a href={`#${to.anchor}`}>{t(`report.ref.${to.kind}`, { label: to.label })}</a>;
}

/** Links to several things, one after the other. */
export function RefLinks({ to }: { readonly to: readonly Ref[] }) {
  return <>{to.map((ref, index) => <span key={ref.anchor}>{index > 0 ? " · " : ""}<RefLink to={ref} /></span>)}</>;
}
