/**
 * How words get on a page. One file a feature in `en/` and `cy/`, put together in `en.ts` and `cy.ts`;
 * views say `const { t } = useTranslation()` and `t("join.code.title")`. Keys and `{{values}}` are typed,
 * and a key missing in Welsh fails the type check. Actions answer with keys, never with sentences.
 */
import type { ParseKeys } from "i18next";

import type { en } from "./en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
  }
}

/** A key that needs no values: what forms answer as a problem. */
export type WordKey = ParseKeys;
