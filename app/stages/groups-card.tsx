import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { sizes, type GroupSize } from "#app/groups/groups.ts";
import { Act } from "#app/session/act.tsx";
import { Button } from "#app/ui/button.tsx";

import type { AskingOnDesk } from "./asking-on-desk.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** Forms small groups, shows who is with whom and how far they are, and brings them back. */
export function GroupsCard({ groups }: Pick<AskingOnDesk, "groups">) {
  const { t } = useTranslation();
  const personOf = usePerson();
  const { groups: { working, merged } } = useBoard();
  if (working.length === 0) {
    return (
      <>
        <p>{t("groups.desk.none")}</p>
        <FormGroups label={t("groups.desk.form")} />
        {merged > 0 ? <><Act intent="separateGroups">{t("groups.desk.apart")}</Act><p className="aside">{t("groups.desk.apartHint")}</p></> : null}
      </>
    );
  }
  return (
    <>
      <p>{t("groups.desk.working", { count: working.length })}</p>
      <ul className="plain-list stack-tight">
        {groups.map(({ id, number, memberIds, questions }) => (
          <li key={id}><strong>{t("groups.number", { number })}:</strong> <span translate="no">{memberIds.map((member) => personOf(member).name).join(", ")}</span> <span className="aside">{t("groups.desk.questions", { count: questions })}</span></li>
        ))}
      </ul>
      <Act intent="mergeGroups" look="main">{t("groups.desk.merge")}</Act>
      <p className="aside">{t("groups.desk.mergeHint")}</p>
      {groups.every(({ questions }) => questions === 0) ? <FormGroups label={t("groups.desk.again")} /> : null}
    </>
  );
}

function FormGroups({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" preventScrollReset replace className="stack-tight">
      <div className="row">
        <label className="label" htmlFor="group-size">{t("groups.desk.size")}</label>
        <select id="group-size" name="size" className="input w-auto" defaultValue={"threes" satisfies GroupSize}>
          {(Object.keys(sizes) as GroupSize[]).map((size) => <option key={size} value={size}>{t(`groups.desk.${size}`)}</option>)}
        </select>
        <Button look="quiet" name="intent" value="formGroups">{label}</Button>
      </div>
      <p className="aside">{t("groups.desk.formHint")}</p>
    </Form>
  );
}
