import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";

import type { Floor } from "./floor.ts";

interface PeopleCardProps {
  readonly floor: Pick<Floor, "scribes" | "withoutDevice">;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** Where somebody without a device is seated. */
  readonly seatAddress: string;
}

/** On the facilitator's desk: people without a device, and those who write for others. */
export function PeopleCard({ floor: { scribes, withoutDevice }, members, seatAddress }: PeopleCardProps) {
  const { t } = useTranslation();
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? "…";
  return (
    <>
      <p className="aside">{t("talkDesk.people.hint")}</p>
      <p>{withoutDevice.length === 0 ? t("talkDesk.people.none") : t("talkDesk.people.without", { names: withoutDevice.map(nameOf).join(", ") })}</p>
      <ButtonLink look="quiet" to={seatAddress} reloadDocument>{t("talkDesk.people.seat")}</ButtonLink>
      <h3>{t("talkDesk.people.scribes")}</h3>
      <p className="aside">{t("talkDesk.people.scribesHint")}</p>
      {scribes.length === 0 ? <p>{t("talkDesk.people.noScribes")}</p> : null}
      <ul className="plain-list stack-tight">
        {scribes.map((id) => (
          <li key={id} className="row">
            <strong translate="no">{nameOf(id)}</strong>
            <Act intent="setScribe" fields={{ memberId: id, scribe: "no" }}>{t("talkDesk.people.end", { name: nameOf(id) })}</Act>
          </li>
        ))}
      </ul>
      <MakeScribe members={members.filter(({ id }) => !scribes.includes(id) && !withoutDevice.includes(id))} />
    </>
  );
}

function MakeScribe({ members }: Pick<PeopleCardProps, "members">) {
  const { t } = useTranslation();
  const id = useId();
  if (members.length === 0) return null;
  return (
    <Form method="post" preventScrollReset replace className="row">
      <input type="hidden" name="intent" value="setScribe" />
      <input type="hidden" name="scribe" value="yes" />
      <label htmlFor={id}>{t("talkDesk.people.who")}</label>
      <select id={id} name="memberId" className="input input-short">
        {members.map((member) => <option key={member.id} value={member.id}>{member.name}</option>)}
      </select>
      <Button look="quiet">{t("talkDesk.people.makeButton")}</Button>
    </Form>
  );
}
