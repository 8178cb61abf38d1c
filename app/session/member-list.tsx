import { useTranslation } from "react-i18next";

import { Act } from "./act.tsx";
import { perspectives, readPerspective } from "./perspective.ts";

export interface ListedMember {
  readonly id: string;
  /** Name or alias. */
  readonly name: string;
  readonly perspective: string;
}

interface MemberListProps {
  readonly sessionId: string;
  readonly members: readonly ListedMember[];
  /** How many of each perspective are in. */
  readonly seated: Readonly<Record<string, number>>;
  /** Member ids with a page open. */
  readonly here: ReadonlySet<string>;
}

/** Who is in, as counts first; the names, for the facilitator alone, when asked for. */
export function MemberList({ sessionId, members, seated, here }: MemberListProps) {
  const { t } = useTranslation();
  const total = Object.values(seated).reduce((sum, count) => sum + count, 0);
  return (
    <section className="card stack-tight" aria-labelledby="members-title">
      <h2 id="members-title" className="text-xl">{t("session.members.title")}</h2>
      {total === 0 ? <p>{t("session.members.none")}</p> : <p className="lead">{t("session.members.count", { count: total })}</p>}
      <ul className="plain-list">
        {perspectives.filter((perspective) => seated[perspective]).map((perspective) => (
          <li key={perspective}>{t(`session.perspective.${perspective}`)}: <strong className="tabular-nums">{seated[perspective]}</strong></li>
        ))}
      </ul>
      {members.length > 0 ? (
        <details>
          <summary>{t("session.members.list")}</summary>
          <ul className="plain-list">{members.map((member) => <Listed key={member.id} sessionId={sessionId} member={member} isHere={here.has(member.id)} />)}</ul>
        </details>
      ) : null}
    </section>
  );
}

/** Removing asks once more in place: the same with and without a script, and Tab finds it next. */
function Listed({ sessionId, member: { id, name, perspective }, isHere }: { readonly sessionId: string; readonly member: ListedMember; readonly isHere: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="max-w-none border-b border-line py-2">
      <strong translate="no">{name}</strong> <span className="aside">{t(`session.perspective.${readPerspective(perspective)}`)}</span>{" "}
      {isHere ? <span className="tag">{t("session.desk.here")}</span> : null}
      <p><a href={`/sessions/${sessionId}/undo?member=${id}`}>{t("session.mend.linkName", { name })}</a></p>
      <details>
        <summary aria-label={t("session.members.removeName", { name })}>{t("session.members.remove")}</summary>
        <div className="stack-tight py-2">
          <p>{t("session.members.confirm", { name })}</p>
          <Act intent="removeMember" fields={{ memberId: id }} look="danger">{t("session.members.confirmButton", { name })}</Act>
        </div>
      </details>
    </li>
  );
}
