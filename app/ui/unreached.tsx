import { useTranslation } from "react-i18next";

import { Notice } from "./notice.tsx";
import { useReach } from "./use-reach.ts";

/** Says when the host, or its store, does not answer this page, and that it asks again by itself. The live region is always there, so that it is heard. */
export function Unreached() {
  const { t } = useTranslation();
  const reach = useReach();
  return <div role="status">{reach === "reached" ? null : <Notice tone="warn"><p>{t(`common.unreached.${reach}`)}</p></Notice>}</div>;
}
