import { Form, Link, useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { leaveWhenHandedOn } from "#app/live/handed-on.ts";
import { useHere, useIsSharedDevice, useKeeping, usePeople } from "#app/live/live-session.tsx";
import { initialsOf } from "#app/live/person.ts";
import { Button } from "#app/ui/button.tsx";
import { PhoneLink } from "#app/ui/phone-link.tsx";

import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";

/** Below the panel, folded away: all stages, who is here, whom to tell when worried, and leaving. */
export function RoomFooter({ room, shownId }: { readonly room: Room; readonly shownId: string | null }) {
  const { t } = useTranslation();
  return (
    <div className="stack no-print mt-10 border-t border-line pt-6">
      <Refresh />
      <AllStages shownId={shownId} />
      <WhoIsHere />
      <Worried room={room} />
      <p><a href={`/s/${room.sessionId}/catch-up`}>{t("stages.room.catchUp")}</a></p>
      {room.me.role === "participant" ? <HandOn sessionId={room.sessionId} /> : null}
      {room.me.role === "participant" ? <Leave sessionId={room.sessionId} /> : null}
    </div>
  );
}

/** Only seen without JavaScript, where the page cannot follow by itself. */
function Refresh() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <noscript>
      <p>
        {t("stages.room.refreshHint")} <a href={pathname + search}>{t("stages.room.refresh")}</a>
      </p>
    </noscript>
  );
}

function AllStages({ shownId }: { readonly shownId: string | null }) {
  const { t } = useTranslation();
  const board = useBoard();
  return (
    <details>
      <summary className="font-bold">{t("stages.room.allStages")}</summary>
      <ol className="list-decimal ps-8 stack-tight mt-3">
        {board.stages.map((stage) => (
          <li key={stage.id}>
            <Link to={`?stage=${stage.id}`} aria-current={stage.id === shownId ? "step" : undefined}><Translated words={stage.name} /></Link>
            {stage.id === board.stageId ? <strong> ({t("stages.room.now")})</strong> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

function WhoIsHere() {
  const { t } = useTranslation();
  const people = usePeople();
  const here = useHere();
  const present = [...here].map((id) => people.get(id)).filter((person) => person?.role === "participant");
  if (present.length === 0) return null;
  return (
    <details>
      <summary className="font-bold">{t("stages.room.here", { count: present.length })}</summary>
      <ul className="plain-list row mt-3">
        {present.map((person) => person && (
          <li key={person.id} className="tag"><abbr title={person.name} className="no-underline">{initialsOf(person.name)}</abbr></li>
        ))}
      </ul>
    </details>
  );
}

function Worried({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { name, phone } = room.safeguarding;
  return (
    <details>
      <summary className="font-bold">{t("stages.room.worried")}</summary>
      <p className="mt-3">{t("stages.room.worriedBody", { name })} <PhoneLink phone={phone} /></p>
      <p className="aside">{t("stages.room.limits")}</p>
      <p><a href={`/s/${room.sessionId}/worried`}>{t("stages.room.worriedWrite")}</a></p>
    </details>
  );
}

/** A shared device goes to the next person once everything of this one is kept. */
function HandOn({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation();
  const { waiting } = useKeeping();
  useEffect(leaveWhenHandedOn, []);
  const mustWait = waiting > 0;
  return (
    <p>
      <a href={`/s/${sessionId}/hand-on`} aria-disabled={mustWait || undefined} onClick={(event) => mustWait && event.preventDefault()}>{t("stages.room.handOn")}</a>{" "}
      <span className="aside">{t(mustWait ? "stages.room.handOnWait" : "stages.room.handOnHint")}</span>
    </p>
  );
}

function Leave({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation();
  const hint = t(useIsSharedDevice() ? "stages.room.leaveShared" : "stages.room.leaveHint");
  return (
    <Form method="post" action={`/s/${sessionId}/leave`} reloadDocument>
      <Button look="quiet">{t("stages.room.leave")}</Button> <span className="aside">{hint}</span>
    </Form>
  );
}
