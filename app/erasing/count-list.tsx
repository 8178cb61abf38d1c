import { useTranslation } from "react-i18next";

import { wordKinds, type Counts } from "./theirs.ts";

/** How much there is of each kind. */
export function CountList({ counts }: { readonly counts: Counts }) {
  const { t } = useTranslation();
  const some = wordKinds.filter((kind) => counts[kind]);
  return <ul className="words-list">{some.map((kind) => <li key={kind}>{t(`erasing.kind.${kind}`)}: <strong className="tabular-nums">{counts[kind]}</strong></li>)}</ul>;
}
