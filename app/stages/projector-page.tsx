import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { useShown } from "#app/language/use-language.ts";
import { LiveSession, OpenLines, useServerClock } from "#app/live/live-session.tsx";
import { ClockFace } from "#app/session/clock-face.tsx";
import { shownCode } from "#app/session/code.ts";
import type { Door } from "#app/session/door.ts";

import type { StageNotice } from "./board.ts";
import type { Room } from "./room.ts";
import { RulesLine } from "./rules-on-the-wall.tsx";
import { TalkStrip } from "./talk-wall.tsx";
import { useBoard } from "./use-board.ts";
import { useFresh } from "./use-fresh.ts";
import { viewOf } from "./views.tsx";

/** The wall of the room: the prompt large, what the group has made, the way in. No controls; fits 1280×720 without scrolling. */
export function ProjectorPage({ room, door }: { readonly room: Room; readonly door: Door | null }) {
  return (
    <LiveSession sessionId={room.sessionId} initialNotice={room.board} initialPeople={room.people} me={room.me.id}>
      <Wall room={room} door={door} />
    </LiveSession>
  );
}

function Wall({ room, door }: { readonly room: Room; readonly door: Door | null }) {
  const { t } = useTranslation();
  const board = useBoard();
  const now = useServerClock();
  useFresh(room.board.version);
  const stage = board.stages.find(({ id }) => id === board.stageId);
  return (
    <div className="projector">
      <header className="projector-top">
        <p className="text-2xl text-quiet"><Translated words={room.title} /></p>
        <ClockFace clock={board.clock} serverNow={now} />
      </header>
      <div className="projector-main">
        {stage ? null : <OpenLines />}
        {stage ? <Stage room={room} stage={stage} /> : <h1 className="projector-prompt">{t("stages.projector.waiting")}</h1>}
      </div>
      {room.rules && stage?.activity !== "ready" ? <RulesLine rules={room.rules} /> : null}
      <TalkStrip />
      <DoorCorner door={board.doorOpen ? door : null} />
    </div>
  );
}

function Stage({ room, stage }: { readonly room: Room; readonly stage: StageNotice }) {
  const { Projector } = viewOf(stage.activity);
  const prompt = useShown(stage.prompt);
  return (
    <>
      <p className="text-3xl"><Translated words={stage.name} /></p>
      <h1 className="projector-prompt">{prompt.text ? <Translated words={stage.prompt} /> : <Translated words={stage.name} />}</h1>
      <div className="projector-made"><Suspense fallback={null}><Projector key={stage.id} room={room} stage={stage} /><OpenLines /></Suspense></div>
    </>
  );
}

function DoorCorner({ door }: { readonly door: Door | null }) {
  const { t } = useTranslation();
  const { seated } = useBoard();
  const count = Object.values(seated).reduce((sum, each) => sum + each, 0);
  return (
    <footer className="projector-door">
      {door ? (
        <>
          {/* Our own server made this SVG from our own address; nothing of anybody's words is in it. */}
          <div className="projector-qr" aria-hidden="true" dangerouslySetInnerHTML={{ __html: door.qr }} />
          <p className="text-2xl">{t("stages.projector.join")} <strong>{door.address}</strong><br />{t("stages.projector.code")} <strong className="text-4xl tabular-nums whitespace-nowrap">{shownCode(door.code)}</strong></p>
        </>
      ) : (
        <p className="text-2xl">{t("stages.projector.doorClosed")}</p>
      )}
      <p className="text-2xl ms-auto">{t("stages.room.here", { count })}</p>
    </footer>
  );
}
