import { useDeferredValue, useState } from "react";
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

/** Names drawn at once: as many as one looks through; the others are found by searching. */
const SHOWN = 20;

/** Who is in, as counts first; the names, for the facilitator alone, when asked for. */
export function MemberList({ sessionId, members, seated, here }: MemberListProps) {
  const { t } = useTranslation();
  const total = Object.values(seated).reduce((sum, count) => sum + count, 0);
  return (
    <section className="card stack-tight" aria-labelledby="members-title">
      <h2 id="members-title" className="text-xl">{t("session.members.title")}</h2>
      <p>{total === 0 ? t("session.members.none") : <><strong>{t("session.members.count", { count: total })}</strong> <span className="aside">{t("desk.hereNow", { count: here.size })}</span></>}</p>
      <ul className="plain-list flex flex-wrap gap-x-5 gap-y-1">
        {perspectives.filter((perspective) => seated[perspective]).map((perspective) => (
          <li key={perspective}>{t(`session.perspective.${perspective}`)}: <strong className="tabular-nums">{seated[perspective]}</strong></li>
        ))}
      </ul>
      {members.length > 0 ? <Names sessionId={sessionId} members={members} here={here} /> : null}
    </section>
  );
}

function Names({ sessionId, members, here }: Omit<MemberListProps, "seated">) {
  const { t } = useTranslation();
  const [sought, setSought] = useState("");
  const found = useFound(members, sought);
  const more = found.length - SHOWN;
  return (
    <details>
      <summary>{t("session.members.list")}</summary>
      <div className="stack-tight mt-2">
        {members.length > SHOWN ? (
          <label className="block">
            <span className="label">{t("desk.find")}</span>
            <input type="search" className="input" value={sought} onChange={(event) => setSought(event.target.value)} />
          </label>
        ) : null}
        <ul className="plain-list">{found.slice(0, SHOWN).map((member) => <Listed key={member.id} sessionId={sessionId} member={member} isHere={here.has(member.id)} />)}</ul>
        <p role="status" className="aside">{more > 0 ? t("desk.moreNames", { count: more }) : ""}</p>
      </div>
    </details>
  );
}

/** Those whose name has these letters in it, whatever their accents. Typing goes first, the list follows. */
function useFound(members: readonly ListedMember[], sought: string): readonly ListedMember[] {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const letters = plain(useDeferredValue(sought).trim());
  return letters === "" ? members : members.filter(({ name }) => plain(name).includes(letters));
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
