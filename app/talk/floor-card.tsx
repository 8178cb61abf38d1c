import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";
import { Asked } from "#app/session/asked.tsx";
import { Button } from "#app/ui/button.tsx";

import type { Floor } from "./floor.ts";
import type { LastTurn } from "./last-turn.ts";
import { queueOrders } from "./queue.ts";

interface FloorCardProps {
  readonly floor: Floor;
  readonly nameOf: (memberId: string) => string;
  /** Who begins a go-round here: the makers of the question, those not yet heard, or nobody in particular. */
  readonly begins: "makers" | "unheard" | "anybody";
  /** What can be taken back; null when nothing can. */
  readonly lastTurn: LastTurn | null;
}

/** On the facilitator's desk: who speaks, who is next, and turns for everybody. */
export function FloorCard(props: FloorCardProps) {
  return (
    <>
      <Queue {...props} />
      <Around {...props} />
      <TakeBack {...props} />
    </>
  );
}

/** Below what is pressed every minute, so that nothing moves under the finger. */
function TakeBack({ lastTurn, nameOf }: FloorCardProps) {
  const { t } = useTranslation();
  if (!lastTurn) return null;
  const { memberId, in: where } = lastTurn;
  return <Act intent="takeBackTurn" fields={{ memberId }}>{t(`talkDesk.lastTurn.${where}`, { name: nameOf(memberId) })}</Act>;
}

function Queue({ floor, nameOf }: FloorCardProps) {
  const { t } = useTranslation();
  const { hands, speaking, around } = floor;
  const [next, ...later] = hands;
  return (
    <div className="stack-tight">
      <p className="lead" role="status">{speaking ? t("talk.floor.speaking", { name: nameOf(speaking) }) : around ? null : t("talk.floor.nobody")}</p>
      <div className="row">
        {next ? <Act intent="callNext" fields={{ memberId: next }} look="main" shortcut="call">{t("talkDesk.floor.nextName", { name: nameOf(next) })}</Act> : null}
        {speaking ? <Act intent="endTurn">{t("talkDesk.floor.spoken", { name: nameOf(speaking) })}</Act> : null}
        {speaking ? <Act intent="takeBackCall" fields={{ memberId: speaking }}>{t("talkDesk.floor.takeBack", { name: nameOf(speaking) })}</Act> : null}
      </div>
      {next ? null : <p>{t("talkDesk.floor.none")}</p>}
      {later.length > 0 ? (
        <>
          <p>{t("talkDesk.floor.waiting")}</p>
          <ol className="plain-list stack-tight" start={2}>
            {later.map((id) => <li key={id} className="row"><span translate="no">{nameOf(id)}</span><Act intent="callNext" fields={{ memberId: id }} label={t("talkDesk.floor.nextName", { name: nameOf(id) })}>{t("talkDesk.floor.call")}</Act></li>)}
          </ol>
        </>
      ) : null}
      <OrderForm order={floor.order} />
    </div>
  );
}

function OrderForm({ order }: { readonly order: Floor["order"] }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Form method="post" preventScrollReset replace className="row">
      <input type="hidden" name="intent" value="queueOrder" />
      <label htmlFor={id}>{t("talkDesk.floor.order")}</label>
      <select key={order} id={id} name="order" className="input input-short" defaultValue={order}>
        {queueOrders.map((one) => <option key={one} value={one}>{t(`talkDesk.floor.orders.${one}`)}</option>)}
      </select>
      <Button look="quiet">{t("talkDesk.floor.setOrder")}</Button>
    </Form>
  );
}

/** Names that are told of those to come: enough to be ready, and no list to be held to. */
const SOON = 3;

function Around({ floor: { around, stopped }, nameOf, begins }: FloorCardProps) {
  const { t } = useTranslation();
  const [now, ...rest] = around ?? [];
  const hint = { makers: "hintFirst", unheard: "hintLast", anybody: "hint" } as const;
  return (
    <div className="stack-tight border-t border-line pt-3">
      <h3>{t("talkDesk.around.title")}</h3>
      {now ? (
        <>
          <p className="lead" role="status">{t("talkDesk.around.now", { name: nameOf(now) })}</p>
          {rest.length > 0 ? <p className="aside">{t("talkDesk.around.then", { names: rest.slice(0, SOON).map(nameOf).join(", ") })}</p> : null}
          <div className="row">
            <Act intent="endRoundTurn" fields={{ memberId: now, end: "spoken" }} look="main">{t("talkDesk.around.spoken")}</Act>
            <Act intent="endRoundTurn" fields={{ memberId: now, end: "passed" }}>{t("talkDesk.around.passed", { name: nameOf(now) })}</Act>
            {rest.length > 0 ? <Act intent="endRoundTurn" fields={{ memberId: now, end: "later" }}>{t("talkDesk.around.later", { name: nameOf(now) })}</Act> : null}
            <Act intent="stopGoRound">{t("talkDesk.around.stop")}</Act>
          </div>
        </>
      ) : (
        <>
          <p className="aside">{t(`talkDesk.around.${hint[begins]}`)}</p>
          <div className="row">
            {stopped > 0 ? <Act intent="goOnWithRound">{t("talkDesk.around.goOn", { count: stopped })}</Act> : <Act intent="startGoRound">{t("talkDesk.around.start")}</Act>}
          </div>
          {stopped > 0 ? <Anew /> : null}
        </>
      )}
    </div>
  );
}

/** Where the round was stopped is then forgotten, so it is asked first. */
function Anew() {
  const { t } = useTranslation();
  return (
    <Asked ask={t("talkDesk.around.anew")}>
      <p>{t("talkDesk.around.anewHint")}</p>
      <Act intent="startGoRound">{t("talkDesk.around.anewSure")}</Act>
    </Asked>
  );
}
