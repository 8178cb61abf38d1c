import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import type { WordKey } from "#app/language/words.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { Act } from "./act.tsx";
import { ClockCard } from "./clock-card.tsx";
import type { Clock } from "./clock.ts";
import { DoorCard } from "./door-card.tsx";
import type { Door } from "./door.ts";
import { MemberList, type ListedMember } from "./member-list.tsx";
import type { Troubles } from "./mending.ts";
import type { PreparedStage } from "./preparing.ts";
import { StageList, StageNow } from "./stage-list.tsx";
import { TroublesCard } from "./troubles-card.tsx";

/** As much of the noticeboard as the desk shows. */
export interface DeskBoard {
  readonly state: "preparing" | "open" | "closed";
  readonly stages: readonly PreparedStage[];
  readonly stageId: string | null;
  readonly clock: Clock;
  readonly frozen: boolean;
  readonly seated: Readonly<Record<string, number>>;
}

interface DeskPageProps {
  readonly session: { readonly id: string; readonly title: Bilingual };
  readonly board: DeskBoard;
  readonly door: Door | null;
  readonly members: readonly ListedMember[];
  readonly here: ReadonlySet<string>;
  readonly serverNow: () => number;
  readonly problem: WordKey | undefined;
  readonly troubles: Troubles;
  /** The private ranking: a neighbour's. */
  readonly round: ReactNode;
}

/** Run a session: one calm page, the stage and its clock first. */
export function DeskPage({ session, board, door, members, here, serverNow, problem, troubles, round }: DeskPageProps) {
  const { t } = useTranslation();
  return (
    <div className="page-wide stack">
      <div className="stack-tight">
        <p className="aside">{t("session.desk.title")}</p>
        <h1><Translated words={session.title} /></h1>
      </div>
      {problem ? <Notice tone="problem" announce><p>{t(problem)}</p></Notice> : null}
      <TroublesCard troubles={troubles} />
      {board.state === "closed" ? <Closed id={session.id} /> : (
        <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
          <div className="stack min-w-0">
            <section className="card stack">
              <StageNow stages={board.stages} stageId={board.stageId} />
              <ClockCard clock={board.clock} serverNow={serverNow} />
            </section>
            {round}
            {board.state === "open" && !board.frozen ? <Wording /> : null}
            <section className="card stack-tight" aria-labelledby="stages-title">
              <h2 id="stages-title" className="text-xl">{t("session.desk.stages")}</h2>
              <StageList stages={board.stages} stageId={board.stageId} />
            </section>
          </div>
          <div className="stack min-w-0">
            <DoorCard door={door} state={board.state} />
            <MemberList sessionId={session.id} members={members} seated={board.seated} here={here} />
            <Elsewhere id={session.id} isOpen={board.state === "open"} />
          </div>
        </div>
      )}
    </div>
  );
}

/** Frees nothing: a frozen wording is freed where the ranking is run. */
function Wording() {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="wording-title">
      <h2 id="wording-title" className="text-xl">{t("session.desk.wording")}</h2>
      <p>{t("session.desk.notFrozen")}</p>
      <Act intent="freeze">{t("session.desk.freeze")}</Act>
    </section>
  );
}

function Elsewhere({ id, isOpen }: { readonly id: string; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="links-title">
      <h2 id="links-title" className="text-xl">{t("session.desk.links")}</h2>
      <ul className="plain-list stack-tight">
        <li><a href={`/sessions/${id}/projector`} target="_blank" rel="noreferrer">{t("session.prepare.projector")}</a></li>
        <li><a href={`/s/${id}`}>{t("session.desk.room")}</a></li>
        <li><a href={`/sessions/${id}/sheet`}>{t("session.prepare.sheet")}</a></li>
        <li><a href={`/sessions/${id}`}>{t("session.desk.prepare")}</a></li>
        <li><a href={`/sessions/${id}/undo`}>{t("session.mend.link")}</a></li>
      </ul>
      {isOpen ? (
        <>
          <ButtonLink look="danger" to={`/sessions/${id}/close`} reloadDocument>{t("session.desk.close")}</ButtonLink>
          <p className="aside">{t("session.desk.closeHint")}</p>
        </>
      ) : null}
    </section>
  );
}

function Closed({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <section className="card stack">
      <p className="lead">{t("session.prepare.state.closed")}</p>
      <ButtonLink to={`/sessions/${id}/report`} reloadDocument>{t("session.prepare.report")}</ButtonLink>
    </section>
  );
}
