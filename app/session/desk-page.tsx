import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import type { WordKey } from "#app/language/words.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { Act } from "./act.tsx";
import { Asked } from "./asked.tsx";
import { ClockCard } from "./clock-card.tsx";
import type { Clock } from "./clock.ts";
import { Card, type DeskCard } from "./desk-card.tsx";
import { shownCode } from "./code.ts";
import { DoorBody, DoorCard } from "./door-card.tsx";
import type { Door } from "./door.ts";
import type { DeskState } from "./desk-state.ts";
import { MemberList, type ListedMember } from "./member-list.tsx";
import type { Troubles } from "./mending.ts";
import { NewsCard } from "./news-card.tsx";
import type { Unmet } from "./needs.ts";
import { NoteToSelf } from "./note-to-self.tsx";
import type { PreparedStage } from "./preparing.ts";
import { ShortcutList } from "./shortcut-list.tsx";
import { StageList, StageNow, StageSteps } from "./stage-list.tsx";
import { TroublesCard } from "./troubles-card.tsx";
import { UndoNotice } from "./undo-notice.tsx";

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
  readonly session: { readonly id: string; readonly title: Bilingual; readonly rehearsal: boolean };
  readonly board: DeskBoard;
  readonly desk: DeskState;
  readonly door: Door | null;
  readonly members: readonly ListedMember[];
  readonly here: ReadonlySet<string>;
  readonly serverNow: () => number;
  readonly problem: WordKey | undefined;
  readonly troubles: Troubles;
  /** Neighbours' cards, in their order. */
  readonly cards: readonly DeskCard[];
  /** Stands over everything, whatever is scrolled to: that this is a rehearsal. */
  readonly band: ReactNode;
}

/** Run a session on one screen: the stage and its clock first, then what this stage needs; the rest lies folded. */
export function DeskPage(props: DeskPageProps) {
  const { t } = useTranslation();
  const { session, board, problem, troubles, band } = props;
  return (
    <>
      {band}
      <div className="page-wide stack desk">
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h1 className="text-2xl"><Translated words={session.title} /></h1>
          <p className="aside">{t("session.desk.title")}</p>
        </div>
        {problem ? <Notice tone="problem" announce><p>{t(problem)}</p></Notice> : null}
        <TroublesCard troubles={troubles} />
        {board.state === "closed" ? <Closed id={session.id} /> : <OpenDesk {...props} />}
      </div>
    </>
  );
}

function OpenDesk({ session, board, desk, door, members, here, serverNow, cards }: DeskPageProps) {
  const isOpen = board.state === "open";
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
      <div className="stack min-w-0">
        {isOpen ? null : <DoorCard door={door} state={board.state} />}
        <section className="card stack-tight">
          <StageNow stages={board.stages} stageId={board.stageId} />
          {isOpen ? <ClockCard clock={board.clock} serverNow={serverNow} /> : null}
          {isOpen ? <StageSteps stages={board.stages} stageId={board.stageId} unmet={desk.unmet} held={desk.held} /> : null}
          <UndoNotice before={isOpen ? desk.before : null} stages={board.stages} serverNow={serverNow} />
        </section>
        {isOpen ? <Cards board={board} door={door} cards={cards} /> : null}
      </div>
      <div className="stack min-w-0">
        <MemberList sessionId={session.id} members={members} seated={board.seated} here={here} />
        {isOpen ? <NewsCard seen={desk.note.seen} counts={desk.counts} /> : null}
        <section className="card"><NoteToSelf sessionId={session.id} text={desk.note.text} /></section>
        <Stages board={board} unmet={desk.unmet} />
        <Elsewhere id={session.id} />
        {session.rehearsal ? <EndRehearsal id={session.id} /> : isOpen ? <Closing id={session.id} /> : null}
        <ShortcutList />
      </div>
    </div>
  );
}

function Stages({ board: { stages, stageId }, unmet }: { readonly board: DeskBoard; readonly unmet: Unmet }) {
  const { t } = useTranslation();
  return <Card card={{ key: "stages", title: t("session.desk.stages"), isNeeded: false, body: <StageList stages={stages} stageId={stageId} unmet={unmet} /> }} />;
}

/** What this stage needs first, open; the others below, under one heading. One row of siblings, so that a card which changes sides keeps the half sentence in it. */
function Cards({ board, door, cards }: Pick<DeskPageProps, "board" | "door" | "cards">) {
  const { t } = useTranslation();
  const own = useOwnCards(board, door);
  const all = [own.door, ...cards, ...own.wording];
  const others = all.filter(({ isNeeded }) => !isNeeded);
  return (
    <div className="desk-cards">
      {[
        ...all.filter(({ isNeeded }) => isNeeded).map((card) => <Card key={card.key} card={card} />),
        <h2 key="others" className="desk-others text-xl">{t("session.desk.others")}</h2>,
        ...others.map((card) => <Card key={card.key} card={card} heading="h3" />),
      ]}
    </div>
  );
}

/** The door lies open while people come in: until somebody is in, and all through the first stage. What is drafted can be frozen where something is drafted. */
function useOwnCards({ state, stages, stageId, seated, frozen }: DeskBoard, door: Door | null): { readonly door: DeskCard; readonly wording: readonly DeskCard[] } {
  const { t } = useTranslation();
  const isDrafted = stages.some(({ activity }) => activity === "principles" || activity === "priorities");
  return {
    door: {
      key: "door",
      title: door ? `${t("session.door.title")}: ${shownCode(door.code)}` : t("session.door.title"),
      isNeeded: Object.keys(seated).length === 0 || stages[0]?.id === stageId,
      body: <DoorBody door={door} state={state} />,
    },
    wording: isDrafted ? [{ key: "wording", title: t("session.desk.wording"), isNeeded: false, body: <Wording isFrozen={frozen} /> }] : [],
  };
}

function Wording({ isFrozen }: { readonly isFrozen: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t(isFrozen ? "session.desk.isFrozen" : "session.desk.notFrozen")}</p>
      <Act intent={isFrozen ? "unfreeze" : "freeze"}>{t(isFrozen ? "session.desk.unfreeze" : "session.desk.freeze")}</Act>
    </>
  );
}

function Elsewhere({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="links-title">
      <h2 id="links-title" className="text-xl">{t("session.desk.links")}</h2>
      <ul className="plain-list flex flex-wrap gap-x-6 gap-y-2">
        <li><a href={`/sessions/${id}/projector`} target="_blank" rel="noreferrer">{t("session.prepare.projector")}</a></li>
        <li><a href={`/sessions/${id}/projector?languages=both`} target="_blank" rel="noreferrer">{t("desk.bothLanguages")}</a></li>
        <li><a href={`/s/${id}`}>{t("session.desk.room")}</a></li>
        <li><a href={`/sessions/${id}/sheet`}>{t("session.prepare.sheet")}</a></li>
        <li><a href={`/sessions/${id}`}>{t("session.desk.prepare")}</a></li>
        <li><a href={`/sessions/${id}/undo`}>{t("session.mend.link")}</a></li>
        <li><a href={`/sessions/${id}/erase`}>{t("erasing.link")}</a></li>
      </ul>
    </section>
  );
}

function Closing({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <ButtonLink look="danger" to={`/sessions/${id}/close`} reloadDocument>{t("session.desk.close")}</ButtonLink>
      <span className="aside">{t("session.desk.closeHint")}</span>
    </div>
  );
}

function EndRehearsal({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Asked ask={t("session.rehearsal.end")}>
      <Form method="post" action={`/sessions/${id}/rehearsal`} reloadDocument className="stack-tight">
        <p>{t("session.rehearsal.endHint")}</p>
        <Button look="danger" name="intent" value="end">{t("session.rehearsal.endSure")}</Button>
      </Form>
    </Asked>
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
