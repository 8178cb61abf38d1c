import { useTranslation } from "react-i18next";

import { perspectives } from "#app/session/perspective.ts";

import type { People } from "./people.ts";
import type { Report } from "./report.ts";

/** Who took part, as counts that point nobody out, and who had to be there. */
export function PeopleView({ people, requiredMix }: Pick<Report, "people" | "requiredMix">) {
  const { t } = useTranslation();
  const merged = people.groups.some((group) => group.perspectives.length > 1);
  return (
    <>
      {people.total === null ? <p>{t("report.people.tooFew", { minimum: people.minimum })}</p> : <PeopleTable groups={people.groups} total={people.total} />}
      {merged ? <p>{t("report.people.why", { minimum: people.minimum })}</p> : null}
      <RequiredMix requiredMix={requiredMix} />
      <p>{t("report.people.names")}</p>
    </>
  );
}

function PeopleTable({ groups, total }: { readonly groups: People["groups"]; readonly total: number }) {
  const { t } = useTranslation();
  return (
    <table className="report-table">
      <caption>{t("report.people.caption")}</caption>
      <thead>
        <tr><th scope="col">{t("report.people.perspective")}</th><th scope="col">{t("report.people.number")}</th></tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.perspectives.join()}><th scope="row"><GroupName perspectives={group.perspectives} /></th><td>{group.people}</td></tr>
        ))}
        <tr><th scope="row">{t("report.people.total")}</th><td>{total}</td></tr>
      </tbody>
    </table>
  );
}

function GroupName({ perspectives: group }: Pick<People["groups"][number], "perspectives">) {
  const { t } = useTranslation();
  const names = group.map((perspective) => t(`voting.group.${perspective}`)).join(", ");
  return <>{group.length > 1 ? t("report.people.together", { groups: names }) : names}</>;
}

function RequiredMix({ requiredMix }: Pick<Report, "requiredMix">) {
  const { t } = useTranslation();
  const needed = perspectives.flatMap((perspective) => {
    const count = perspective === "unsaid" ? 0 : (requiredMix[perspective] ?? 0);
    return count > 0 ? [{ perspective, count }] : [];
  });
  if (needed.length === 0) return null;
  return (
    <div className="stack-tight">
      <p>{t("report.people.mix")}</p>
      <ul className="words-list">
        {needed.map(({ perspective, count }) => <li key={perspective}>{t("report.people.mixLine", { group: t(`voting.group.${perspective}`), count })}</li>)}
      </ul>
    </div>
  );
}
