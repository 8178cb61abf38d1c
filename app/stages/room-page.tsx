import { Link, useHref } from "@remix-run/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { useLanguage, useShown } from "#app/language/use-language.ts";
import { LiveSession, OpenLines, useServerClock } from "#app/live/live-session.tsx";
import { ClockFace } from "#app/session/clock-face.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { GetsInTheWay, MyNotes, RulesInView } from "./alongside.tsx";
import { InMyGroup, SpotlightInRoom, TalkTools } from "./beside.tsx";
import type { StageNotice } from "./board.ts";
import { RoomFooter } from "./room-footer.tsx";
import { Keeping } from "./keeping.tsx";
import { Connection } from "./connection.tsx";
import { RehearsalBand } from "./rehearsal/band.tsx";
import { Returned } from "./returned.tsx";
import type { Room } from "./room.ts";
import type { StageProps } from "./stage-props.ts";
import { isTalkStage } from "./talk-stages.ts";
import { useBoard } from "./use-board.ts";
import { useFollowing } from "./use-following.ts";
import { useIsChosen } from "./use-is-chosen.ts";
import { viewOf } from "./views.tsx";

/** The room: what everybody seated sees. Follows the facilitator's stage without reloading. */
export function RoomPage({ room }: { readonly room: Room }) {
  return (
    <LiveSession sessionId={room.sessionId} initialNotice={room.board} initialPeople={room.people} me={room.me.id} isSharedDevice={room.me.sharedDevice}>
      <RoomBody room={room} />
    </LiveSession>
  );
}

function RoomBody({ room }: { readonly room: Room }) {
  const board = useBoard();
  const following = useFollowing();
  const stage = board.stages.find(({ id }) => id === following.shownId);
  return (
    <div className="page-wide stack">
      {room.rehearsal ? <RehearsalBand /> : null}
      <RoomTop />
      <Connection />
      <Returned />
      {board.state === "closed" ? <ClosedNotice sessionId={room.sessionId} /> : null}
      {board.state === "open" ? <FollowNotice following={following} /> : null}
      {board.state === "open" ? <Suspense fallback={null}><SpotlightInRoom room={room} /></Suspense> : null}
      {stage ? <StageHeading stage={stage} /> : <Waiting room={room} />}
      <div ref={following.panel} className="stack">{stage ? <StagePanel stage={stage} room={room} /> : null}</div>
      <RoomFooter room={room} shownId={following.shownId} />
    </div>
  );
}

function RoomTop() {
  const { t } = useTranslation();
  const board = useBoard();
  const now = useServerClock();
  const isOpen = board.state === "open";
  const number = board.stages.findIndex(({ id }) => id === board.stageId) + 1;
  return (
    <div className="row no-print justify-between">
      {isOpen && number > 0 ? <p className="aside">{t("stages.room.stageOf", { number, total: board.stages.length })}</p> : <span />}
      <Keeping />
      {isOpen ? <ClockFace clock={board.clock} serverNow={now} /> : null}
    </div>
  );
}

function StageHeading({ stage }: { readonly stage: StageNotice }) {
  const { t } = useTranslation();
  const isChosen = useIsChosen(stage);
  const prompt = useShown(stage.prompt);
  return (
    <div className="stack-tight">
      <h1><Translated words={stage.name} /></h1>
      {isChosen ? <p className="lead">{t("stages.room.chosen")}</p> : prompt.text ? <p className="lead"><Translated words={stage.prompt} /></p> : null}
    </div>
  );
}

function StagePanel({ stage, room }: StageProps) {
  const { Panel: View } = viewOf(stage.activity);
  // Nothing is shown while a stage's scripts arrive: they come in a moment, and the words above stand already.
  return (
    <Suspense fallback={null}>
      <RulesInView room={room} stage={stage} />
      <TalkTools room={room} stage={stage} />
      {stage.activity === "questions" || isTalkStage(stage.activity) ? null : <SmallGroup room={room} stage={stage} />}
      <View key={stage.id} room={room} stage={stage} />
      {stage.activity === "thinking" ? null : <MyNotes room={room} stageId={stage.id} />}
      <GetsInTheWay room={room} stageId={stage.id} />
      <OpenLines />
    </Suspense>
  );
}

/** Where the stage itself draws no small groups. The live region is always there, so that one's group is heard. */
function SmallGroup(props: StageProps) {
  const { groups: { working } } = useBoard();
  return <div role="status">{working.length > 0 ? <Suspense fallback={null}><InMyGroup {...props} /></Suspense> : null}</div>;
}

function Waiting({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <OpenLines />
      <h1>{t("stages.room.notStarted")}</h1>
      <p className="lead">{t("stages.room.notStartedBody")}</p>
      <h2>{t("stages.room.question")}</h2>
      <p className="lead"><Translated words={room.question} /></p>
    </div>
  );
}

function ClosedNotice({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation();
  return (
    <Notice announce>
      <h2>{t("stages.room.closed")}</h2>
      <p>{t("stages.room.closedBody")}</p>
      <ButtonLink to={`/s/${sessionId}/report`} reloadDocument>{t("stages.room.report")}</ButtonLink>
    </Notice>
  );
}

/** Says where the group is when this page is elsewhere. The live region is always there, so that it is heard. */
function FollowNotice({ following }: { readonly following: ReturnType<typeof useFollowing> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const board = useBoard();
  const here = useHref(".");
  const stage = board.stages.find(({ id }) => id === board.stageId);
  const name = stage?.name[language] ?? stage?.name.en ?? stage?.name.cy ?? "";
  return (
    <>
      <p role="status" className="visually-hidden">{name ? t("stages.room.movedOn", { name }) : ""}</p>
      {following.movedOn ? (
        <Notice>
          <p><strong>{t("stages.room.movedOn", { name })}</strong> {t("stages.room.keepWriting")}</p>
          <button type="button" className="button" data-look="quiet" onClick={following.follow}>{t("stages.room.follow")}</button>
        </Notice>
      ) : null}
      {following.looking === "now" ? null : (
        <Notice>
          <p>{t(following.looking === "back" ? "stages.room.lookingBack" : "stages.room.lookingAhead")}</p>
          <Link to={here} preventScrollReset>{t("stages.room.backToNow")}</Link>
        </Notice>
      )}
    </>
  );
}
