import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { sizes, type GroupSize } from "#app/groups/groups.ts";
import { Act } from "#app/session/act.tsx";
import { Asked } from "#app/session/asked.tsx";
import { Button } from "#app/ui/button.tsx";

import type { AskingOnDesk } from "./asking-on-desk.ts";
import { useBoard } from "./use-board.ts";
import { usePerson } from "./use-person.ts";

/** Forms small groups, shows who is with whom and how far they are, and brings them back. */
export function GroupsCard({ groups }: Pick<AskingOnDesk, "groups">) {
  const { t } = useTranslation();
  const personOf = usePerson();
  const { stages, stageId, groups: { working, merged } } = useBoard();
  // Elsewhere people talk in their groups, and what they write is everybody's: there is nothing to count or to bring back.
  const isAsking = stages.find(({ id }) => id === stageId)?.activity === "questions" || groups.some(({ questions }) => questions > 0);
  if (working.length === 0) {
    return (
      <>
        <p>{t("groups.desk.none")}</p>
        <FormGroups label={t("groups.desk.form")} />
        {merged > 0 ? <><Act intent="separateGroups">{t("groups.desk.apart")}</Act><p className="aside">{t(isAsking ? "groups.desk.apartHint" : "groups.desk.apartTalkHint")}</p></> : null}
      </>
    );
  }
  return (
    <>
      <p>{t("groups.desk.working", { count: working.length })}</p>
      <ul className="plain-list stack-tight">
        {groups.map(({ id, number, memberIds, questions }) => (
          <li key={id}><strong>{t("groups.number", { number })}:</strong> <span translate="no">{memberIds.map((member) => personOf(member).name).join(", ")}</span>{isAsking ? <span className="aside"> {t("groups.desk.questions", { count: questions })}</span> : null}</li>
        ))}
      </ul>
      <Act intent="mergeGroups" look="main">{t("groups.desk.merge")}</Act>
      <p className="aside">{t(isAsking ? "groups.desk.mergeHint" : "groups.desk.mergeTalkHint")}</p>
      {groups.every(({ questions }) => questions === 0) ? <FormAnew key={working.join()} /> : null}
    </>
  );
}

/** Everybody would get up and look for another table: so it is asked first. */
function FormAnew() {
  const { t } = useTranslation();
  return (
    <Asked ask={t("groups.desk.again")}>
      <p>{t("groups.desk.againHint")}</p>
      <FormGroups label={t("groups.desk.againSure")} />
    </Asked>
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
