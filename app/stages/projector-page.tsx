import { useLocation } from "@remix-run/react";
import { Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { inLanguage, type Bilingual } from "#app/language/bilingual.ts";
import { otherLanguage, type Language } from "#app/language/languages.ts";
import { Translated } from "#app/language/translated.tsx";
import { useLanguage, useShown } from "#app/language/use-language.ts";
import { LiveSession, OpenLines, useServerClock } from "#app/live/live-session.tsx";
import { ClockFace } from "#app/session/clock-face.tsx";
import { shownCode } from "#app/session/code.ts";
import type { Door } from "#app/session/door.ts";
import { sheetText } from "#app/session/sheet-text.ts";

import type { StageNotice } from "./board.ts";
import type { Room } from "./room.ts";
import { RulesLine } from "./rules-on-the-wall.tsx";
import { TalkStrip } from "./talk-wall.tsx";
import { SpotlightOnWall } from "./spotlight/on-the-wall.tsx";
import { useBoard } from "./use-board.ts";
import { useFresh } from "./use-fresh.ts";
import { viewOf } from "./views.tsx";

/** The languages a wall shows: one, or both side by side. */
export type WallLanguages = Language | "both";

interface ProjectorPageProps {
  readonly room: Room;
  readonly door: Door | null;
  readonly languages: WallLanguages;
  /** Stands over everything: that this is a rehearsal. */
  readonly band: ReactNode;
}

/** The wall of the room: the prompt large, what the group has made, the way in. Nothing to press that is seen; fits 1280×720 without scrolling. */
export function ProjectorPage({ room, ...rest }: ProjectorPageProps) {
  return (
    <LiveSession sessionId={room.sessionId} initialNotice={room.board} initialPeople={room.people} me={room.me.id}>
      <Wall room={room} {...rest} />
    </LiveSession>
  );
}

function Wall({ room, door, languages, band }: ProjectorPageProps) {
  const { t } = useTranslation();
  const board = useBoard();
  const now = useServerClock();
  useFresh(room.board.version);
  const stage = board.stages.find(({ id }) => id === board.stageId);
  const lit = board.spotlight && room.evidence.find(({ itemId }) => itemId === board.spotlight?.itemId);
  return (
    <div className="projector">
      {band}
      <header className="projector-top">
        <p className="text-2xl text-quiet"><InBoth words={room.title} languages={languages} /></p>
        <ChooseLanguages languages={languages} />
        <ClockFace clock={board.clock} serverNow={now} />
      </header>
      <div className="projector-main">
        {stage && !lit ? null : <OpenLines />}
        {board.spotlight && lit ? <SpotlightOnWall item={lit} spotlight={board.spotlight} /> : stage ? <Stage room={room} stage={stage} languages={languages} /> : <h1 className="projector-prompt">{t("stages.projector.waiting")}</h1>}
      </div>
      {room.rules && stage?.activity !== "ready" ? <RulesLine rules={room.rules} /> : null}
      <TalkStrip />
      <DoorCorner door={board.doorOpen ? door : null} languages={languages} />
    </div>
  );
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

/** Words in the wall's language, or in each that they really exist in. */
function InBoth({ words, languages }: { readonly words: Bilingual; readonly languages: WallLanguages }) {
  const first = useLanguage();
  if (languages !== "both") return <Translated words={words} />;
  return <>{said(words, first).map(({ lang, text }, index) => <span key={lang}>{index > 0 ? " · " : ""}<span lang={lang}>{text}</span></span>)}</>;
}

/** The reader's language first. */
function said(words: Bilingual, first: Language) {
  return [first, otherLanguage(first)].map((language) => inLanguage(words, language)).filter(({ translated, text }) => translated && text !== "");
}

function Stage({ room, stage, languages }: { readonly room: Room; readonly stage: StageNotice; readonly languages: WallLanguages }) {
  const { Projector } = viewOf(stage.activity);
  const prompt = useShown(stage.prompt).text ? stage.prompt : stage.name;
  return (
    <>
      <p className="text-3xl"><InBoth words={stage.name} languages={languages} /></p>
      <Prompt words={prompt} languages={languages} />
      <div className="projector-made"><Suspense fallback={null}><Projector key={stage.id} room={room} stage={stage} /><OpenLines /></Suspense></div>
    </>
  );
}

function Prompt({ words, languages }: { readonly words: Bilingual; readonly languages: WallLanguages }) {
  const both = said(words, useLanguage());
  if (languages !== "both" || both.length < 2) return <h1 className="projector-prompt"><Translated words={words} /></h1>;
  return <h1 className="projector-both">{both.map(({ lang, text }) => <span key={lang} lang={lang} className="projector-prompt">{text}</span>)}</h1>;
}

function DoorCorner({ door, languages }: { readonly door: Door | null; readonly languages: WallLanguages }) {
  const { t } = useTranslation();
  const first = useLanguage();
  const label = (key: "address" | "code") => (languages === "both" ? <>{[first, otherLanguage(first)].map((language, index) => <span key={language} lang={language}>{index > 0 ? " · " : ""}{sheetText[language][key]}</span>)}:</> : t(key === "address" ? "stages.projector.join" : "stages.projector.code"));
  const { seated } = useBoard();
  const count = Object.values(seated).reduce((sum, each) => sum + each, 0);
  return (
    <footer className="projector-door">
      {door ? (
        <>
          {/* Our own server made this SVG from our own address; nothing of anybody's words is in it. */}
          <div className="projector-qr" aria-hidden="true" dangerouslySetInnerHTML={{ __html: door.qr }} />
          <p className="text-2xl">{label("address")} <strong>{door.address}</strong><br />{label("code")} <strong className="text-4xl tabular-nums whitespace-nowrap">{shownCode(door.code)}</strong></p>
        </>
      ) : (
        <p className="text-2xl">{t("stages.projector.doorClosed")}</p>
      )}
      <p className="text-2xl ms-auto">{t("stages.room.here", { count })}</p>
    </footer>
  );
}
