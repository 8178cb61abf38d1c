import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Asks for a one-time link for another facilitator, and shows it, once. */
export function InviteCard({ link }: { readonly link: string | undefined }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("host.account.inviteTitle")}</h2>
      <p>{t("host.account.inviteBody")}</p>
      {link ? (
        <Notice announce>
          <p>{t("host.account.inviteMade")}</p>
          <label className="label" htmlFor={`${id}-link`}>{t("host.account.inviteLabel")}</label>
          <input id={`${id}-link`} className="input" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </Notice>
      ) : null}
      <Form method="post">
        <Button look="quiet" name="intent" value="invite">{t("host.account.inviteButton")}</Button>
      </Form>
    </section>
  );
}
