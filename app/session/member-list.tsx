import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";

import { Act } from "./act.tsx";
import { Asked } from "./asked.tsx";
import { perspectives, readPerspective } from "./perspective.ts";

export interface ListedMember {
  readonly id: string;
  /** Name or alias. */
  readonly name: string;
  readonly perspective: string;
  /** They have left, and may come back. */
  readonly hasLeft: boolean;
}

interface MemberListProps {
  readonly sessionId: string;
  readonly members: readonly ListedMember[];
  /** How many of each perspective are in. */
  readonly seated: Readonly<Record<string, number>>;
  /** Member ids with a page open, the facilitator among them. */
  readonly here: ReadonlySet<string>;
}

/** Names drawn at once: as many as one looks through; the others are found by searching. */
const SHOWN = 20;

/** Who is in, as counts first; the names, for the facilitator alone, when asked for. */
export function MemberList({ sessionId, members, seated, here }: MemberListProps) {
  const { t } = useTranslation();
  const total = Object.values(seated).reduce((sum, count) => sum + count, 0);
  // The desk itself is a page that is open, and is nobody who is in.
  const hereNow = members.filter(({ id, hasLeft }) => !hasLeft && here.has(id)).length;
  return (
    <section className="card stack-tight" aria-labelledby="members-title">
      <h2 id="members-title" className="text-xl">{t("session.members.title")}</h2>
      <p>{total === 0 ? t("session.members.none") : <><strong>{t("session.members.count", { count: total })}</strong> <span className="aside">{t("desk.hereNow", { count: hereNow })}</span></>}</p>
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

function Listed({ sessionId, member: { id, name, perspective, hasLeft }, isHere }: { readonly sessionId: string; readonly member: ListedMember; readonly isHere: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="max-w-none border-b border-line py-2">
      <strong translate="no">{name}</strong> <span className="aside">{t(`session.perspective.${readPerspective(perspective)}`)}</span>{" "}
      {isHere ? <span className="tag">{t("session.desk.here")}</span> : null}
      {hasLeft ? <span className="tag">{t("session.members.hasLeft")}</span> : null}
      <p><a href={`/sessions/${sessionId}/undo?member=${id}`}>{t("session.mend.linkName", { name })}</a></p>
      <Asked ask={t("session.members.remove")} label={t("session.members.removeName", { name })}>
        <p>{t("session.members.confirm", { name })}</p>
        <Act intent="removeMember" fields={{ memberId: id }} look="danger">{t("session.members.confirmButton", { name })}</Act>
      </Asked>
    </li>
  );
}
