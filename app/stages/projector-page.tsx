import { useLocation } from "@remix-run/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { useShown } from "#app/language/use-language.ts";
import { LiveSession, OpenLines, useServerClock } from "#app/live/live-session.tsx";
import { ClockFace } from "#app/session/clock-face.tsx";
import { shownCode } from "#app/session/code.ts";
import type { Door } from "#app/session/door.ts";
import { useReach } from "#app/ui/use-reach.ts";

import type { StageNotice } from "./board.ts";
import type { Room } from "./room.ts";
import { RulesLine } from "./rules-on-the-wall.tsx";
import { Sentence, useWordings, WallSpeaks, Wording, type WallLanguages } from "./said-on-the-wall.tsx";
import { TalkStrip } from "./talk-wall.tsx";
import { SpotlightOnWall } from "./spotlight/on-the-wall.tsx";
import { useBoard } from "./use-board.ts";
import { useFit } from "./use-fit.ts";
import { useFresh } from "./use-fresh.ts";
import { useIsChosen } from "./use-is-chosen.ts";
import { viewOf } from "./views.tsx";

interface ProjectorPageProps {
  readonly room: Room;
  readonly door: Door | null;
  readonly languages: WallLanguages;
}

/** The wall of the room: the prompt large, what the group has made, the way in. Nothing to press that is seen; fits 1280×720 without scrolling. */
export function ProjectorPage({ room, languages, door }: ProjectorPageProps) {
  return (
    <LiveSession sessionId={room.sessionId} initialNotice={room.board} initialPeople={room.people} me={room.me.id}>
      <WallSpeaks languages={languages}><Wall {...{ room, languages, door }} /></WallSpeaks>
    </LiveSession>
  );
}

function Wall({ room, door, languages }: ProjectorPageProps) {
  const board = useBoard();
  const now = useServerClock();
  useFresh(room.board.version);
  const stage = board.stages.find(({ id }) => id === board.stageId);
  const lit = board.spotlight && room.evidence.find(({ itemId }) => itemId === board.spotlight?.itemId);
  return (
    <div className="projector">
      {room.rehearsal ? <p className="rehearsal-band"><Sentence say={(t) => t("stages.room.rehearsal")} /></p> : null}
      <WallUnreached />
      <header className="projector-top">
        <p className="text-2xl text-quiet"><Wording words={room.title} /></p>
        <ChooseLanguages languages={languages} />
        <ClockFace clock={board.clock} serverNow={now} tell={(state) => <Sentence say={(t) => t(`session.clock.${state}`)} />} />
      </header>
      <div className="projector-main">
        {stage && !lit ? null : <OpenLines />}
        {board.spotlight && lit ? <SpotlightOnWall item={lit} spotlight={board.spotlight} /> : stage ? <Stage room={room} stage={stage} /> : <h1 className="projector-prompt"><Sentence say={(t) => t("stages.projector.waiting")} /></h1>}
      </div>
      {room.rules && stage?.activity !== "ready" ? <RulesLine rules={room.rules} /> : null}
      <TalkStrip />
      <DoorCorner door={board.doorOpen ? door : null} />
    </div>
  );
}

/** Says when the host, or its store, does not answer: what the room does meanwhile is kept on its pages, and not shown here. */
function WallUnreached() {
  const reach = useReach();
  return <div role="status">{reach === "reached" ? null : <p className="rehearsal-band"><Sentence say={(t) => t(`common.unreached.${reach}`)} /></p>}</div>;
}

/** Seen by whoever points at the top of the wall or comes to it with Tab; a room that reads is not disturbed. */
function ChooseLanguages({ languages }: { readonly languages: WallLanguages }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className="projector-languages" aria-label={t("stages.projector.languages")}>
      {(["en", "cy", "both"] as const).map((choice) => (
        <a key={choice} href={`${pathname}?languages=${choice}`} aria-current={choice === languages ? "true" : undefined} lang={choice === "both" ? undefined : choice}>{t(`stages.projector.in.${choice}`)}</a>
      ))}
    </nav>
  );
}

function Stage({ room, stage }: { readonly room: Room; readonly stage: StageNotice }) {
  const { Projector } = viewOf(stage.activity);
  const prompt = useShown(stage.prompt).text ? stage.prompt : stage.name;
  const made = useFit();
  const name = <Wording words={stage.name} />;
  return (
    <>
      {useIsChosen(stage) ? <h1 className="text-3xl">{name}</h1> : <><p className="text-3xl">{name}</p><Prompt words={prompt} /></>}
      <div className="projector-made" ref={made}><Suspense fallback={null}><Projector key={stage.id} room={room} stage={stage} /><OpenLines /></Suspense></div>
    </>
  );
}

function Prompt({ words }: { readonly words: Bilingual }) {
  const both = useWordings(words);
  if (both.length < 2) return <h1 className="projector-prompt"><Wording words={words} /></h1>;
  return <h1 className="projector-both">{both.map(({ lang, text }) => <span key={lang} lang={lang} className="projector-prompt">{text}</span>)}</h1>;
}

function DoorCorner({ door }: { readonly door: Door | null }) {
  const { seated } = useBoard();
  const count = Object.values(seated).reduce((sum, each) => sum + each, 0);
  return (
    <footer className="projector-door">
      {door ? (
        <>
          {/* Our own server made this SVG from our own address; nothing of anybody's words is in it. */}
          <div className="projector-qr" aria-hidden="true" dangerouslySetInnerHTML={{ __html: door.qr }} />
          <p className="text-2xl"><Sentence say={(t) => t("stages.projector.join")} /> <strong>{door.address}</strong><br /><Sentence say={(t) => t("stages.projector.code")} /> <strong className="text-4xl tabular-nums whitespace-nowrap">{shownCode(door.code)}</strong></p>
        </>
      ) : (
        <p className="text-2xl"><Sentence say={(t) => t("stages.projector.doorClosed")} /></p>
      )}
      <p className="text-2xl ms-auto text-end"><Sentence say={(t) => t("stages.room.here", { count })} /></p>
    </footer>
  );
}
