import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";

/** The field's problem in words, and the attributes that tie hint and problem to its input. */
export function useProblem(field: FieldMetadata<unknown>, hint: unknown) {
  const { t } = useTranslation();
  // Problems arrive as word keys: see form.server.ts.
  const key = field.errors?.[0] as WordKey | undefined;
  const describedBy = [hint ? field.descriptionId : "", key ? field.errorId : ""].filter(Boolean).join(" ");
  return {
    problem: key && t(key),
    wiring: { id: field.id, name: field.name, "aria-invalid": key ? true : undefined, "aria-describedby": describedBy || undefined },
  } as const;
}
