import { memo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { WrittenDown } from "#app/scribe/written-down.tsx";
import { Button } from "#app/ui/button.tsx";
import { useFocusOnArrival } from "#app/ui/use-focus.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";

import { ActForm } from "./act-form.tsx";
import { saidAnchor } from "./answer.ts";
import type { Contribution, Thread } from "./contributions.ts";
import { RewordForm } from "./reword-form.tsx";
import { SayForm } from "./say-form.tsx";
import { pageFor, type TalkErrandKind, type TalkSetting } from "./setting.ts";

interface ThreadCardProps {
  readonly thread: Thread;
  readonly isFolded: boolean;
  readonly setting: TalkSetting;
  /** The stage at which answers are given. */
  readonly stageId: string;
}

/** One thing said, and what was said to it. */
export const ThreadCard = memo(function ThreadCard({ thread: { first, replies }, isFolded, setting, stageId }: ThreadCardProps) {
  const { t } = useTranslation();
  return (
    <li className="note card stack-tight" data-folded={isFolded || undefined}>
      {first ? <SaidView said={first} answered={null} setting={setting} stageId={stageId} /> : <p className="aside">{t("talk.said.withdrawn")}</p>}
      {replies.length > 0 ? (
        <ul className="note-replies stack-tight" aria-label={t("talk.said.replies", { count: replies.length })}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <SaidView said={reply} answered={reply.replyTo === first?.id ? null : (replies.find(({ id }) => id === reply.replyTo) ?? null)} setting={setting} stageId={stageId} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}, isSameCard);

/** Every change in the document makes all records anew; a card is drawn again only when what it says has changed. */
function isSameCard(before: ThreadCardProps, now: ThreadCardProps): boolean {
  return before.setting === now.setting && before.stageId === now.stageId && before.isFolded === now.isFolded && JSON.stringify(before.thread) === JSON.stringify(now.thread);
}

interface SaidProps {
  readonly said: Contribution;
  /** What it answers, when that is not the first of its thread. */
  readonly answered: Contribution | null;
  readonly setting: TalkSetting;
  readonly stageId: string;
}

function SaidView({ said, answered, setting, stageId }: SaidProps) {
  const { t } = useTranslation();
  const person = setting.personOf(said.by);
  return (
    <div id={saidAnchor(said.id)} tabIndex={-1} className="stack-tight">
      <p className="note-by">
        <span className="note-initials" aria-hidden="true">{person.initials}</span>
        <span>
          <strong translate="no">{person.name}</strong>{said.by === setting.me.id ? ` (${t("talk.said.you")})` : null}{person.perspective ? `, ${person.perspective}` : null}
          {said.way === "" ? null : <> <span className="tag">{t(`talk.said.${said.way}`)}</span></>}
        </span>
      </p>
      {answered ? <p className="aside">{t("talk.said.answers", { name: setting.personOf(answered.by).name, words: shortened(answered.words) })}</p> : null}
      <p className="note-words" lang={said.lang}>{said.words}</p>
      {said.because ? <p className="note-words"><strong>{t("talk.said.because")}</strong> <span lang={said.lang}>{said.because}</span></p> : null}
      <WrittenDown pen={said} nameOf={(id) => setting.personOf(id).name} />
      {setting.mayWrite ? <Acts said={said} setting={setting} stageId={stageId} /> : null}
    </div>
  );
}

type Open = TalkErrandKind | null;

function Acts({ said, setting, stageId }: Omit<SaidProps, "answered">) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const isOwn = said.by === setting.me.id;
  const isWriter = (said.writer ?? said.by) === setting.me.id;
  const words = shortened(said.words);
  const about = isOwn ? t("talk.said.aboutYours", { words }) : t("talk.said.aboutTheirs", { name: setting.personOf(said.by).name, words });
  const act = (kind: TalkErrandKind) => <Errand kind={kind} said={said} setting={setting} about={about} open={open} onOpen={setOpen} />;
  return (
    <>
      <div className="note-acts no-print">
        {act("reply")}
        {isWriter && said.earlier.length === 0 ? act("reword") : null}
        {isOwn && !isWriter ? act("correct") : null}
        {isWriter && !said.isChecked ? <Check said={said} setting={setting} about={about} /> : null}
        {isOwn || isWriter ? act("withdraw") : null}
      </div>
      {open ? <OpenForm kind={open} said={said} setting={setting} stageId={stageId} onLeave={() => setOpen(null)} /> : null}
    </>
  );
}

interface ErrandProps {
  readonly kind: TalkErrandKind;
  readonly said: Contribution;
  readonly setting: TalkSetting;
  /** What it acts on, for those who do not see where it stands. */
  readonly about: string;
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
}

/** A link to a page with the form until the page is awake, then a button at the same place. */
function Errand({ kind, said, setting, about, open, onOpen }: ErrandProps) {
  const { t } = useTranslation();
  const words = <>{t(kind === "correct" ? "scribe.correct" : `talk.act.${kind}`)}<span className="visually-hidden"> ({about})</span></>;
  if (!useHydrated()) return <a href={pageFor(setting, kind, said)} className="button" data-look="link">{words}</a>;
  return <Button type="button" look="link" aria-expanded={open === kind} onClick={() => onOpen(open === kind ? null : kind)}>{words}</Button>;
}

function Check({ said, setting, about }: Pick<ErrandProps, "said" | "setting" | "about">) {
  const { t } = useTranslation();
  return (
    <ActForm setting={setting} act="check" fields={{ said: said.id }}>
      {() => <Button look="link">{t("scribe.check")}<span className="visually-hidden"> ({about})</span></Button>}
    </ActForm>
  );
}

interface OpenFormProps {
  readonly kind: TalkErrandKind;
  readonly said: Contribution;
  readonly setting: TalkSetting;
  readonly stageId: string;
  readonly onLeave: () => void;
}

function OpenForm({ kind, said, setting, stageId, onLeave }: OpenFormProps) {
  const { t } = useTranslation();
  const cancel = <Button type="button" look="quiet" onClick={onLeave}>{t("common.cancel")}</Button>;
  return (
    <Arriving>
      {kind === "reply" ? <SayForm setting={setting} stageId={stageId} answers={said} label={t("talk.act.replyTitle")} onSaid={onLeave}>{cancel}</SayForm> : null}
      {kind === "reword" || kind === "correct" ? <RewordForm kind={kind} said={said} setting={setting} onDone={onLeave}>{cancel}</RewordForm> : null}
      {kind === "withdraw" ? <WithdrawForm said={said} setting={setting}>{cancel}</WithdrawForm> : null}
    </Arriving>
  );
}

/** Whoever opened a form wants to write in it. */
function Arriving({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useFocusOnArrival(box);
  return <div ref={box}>{children}</div>;
}

/** Asks once more in place, the same with and without a script. */
export function WithdrawForm({ said, setting, children }: Pick<ErrandProps, "said" | "setting"> & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <ActForm setting={setting} act="withdraw" fields={{ said: said.id }} className="stack-tight" label={t("talk.act.withdrawTitle")}>
      {() => (
        <>
          <p tabIndex={-1} data-first-focus=""><strong>{t("talk.act.withdrawTitle")}</strong> {t("talk.act.withdrawBody")}</p>
          <div className="row"><Button look="danger">{t("talk.act.withdraw")}</Button>{children}</div>
        </>
      )}
    </ActForm>
  );
}

/** Enough to tell which one it is. */
const SHOWN = 80;

function shortened(words: string): string {
  const letters = [...words];
  return letters.length <= SHOWN ? words : `${letters.slice(0, SHOWN).join("").trimEnd()}…`;
}
