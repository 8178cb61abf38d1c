import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import { Question } from "./question.tsx";
import { shownReturnCode } from "./return-code.ts";
import { SharedDevice } from "./shared-device.tsx";

/** The return code, shown this once, large enough for a photograph. */
export function SeatedPage({ returnCode }: { readonly returnCode: string }) {
  const { t } = useTranslation();
  return (
    <Question title={t("join.seated.title")}>
      <ShownCode label={t("join.seated.label")} returnCode={returnCode} />
      <p className="lead">{t("join.seated.body")}</p>
      <p>{t("join.seated.secret")}</p>
      <Form method="post" reloadDocument className="stack">
        <SharedDevice />
        <Button>{t("join.seated.go")}</Button>
      </Form>
    </Question>
  );
}

/** A return code, large, and said sign by sign. */
export function ShownCode({ label, returnCode }: { readonly label: string; readonly returnCode: string }) {
  return (
    <div className="card stack-tight">
      <h2 className="text-xl">{label}</h2>
      <p className="text-4xl font-bold tracking-wider" translate="no">
        <span aria-hidden="true">{shownReturnCode(returnCode)}</span>
        <span className="visually-hidden">{[...returnCode].join(" ")}</span>
      </p>
    </div>
  );
}
