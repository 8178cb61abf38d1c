/** Pages with one form, for browsers without JavaScript: and what was wrong with a form, with everything typed. */
import { useTranslation } from "react-i18next";

import { initialsOf } from "#app/live/person.ts";
import { readPerspective } from "#app/session/perspective.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

import type { TalkAnswer } from "./answer.ts";
import type { TalkErrand } from "./errand.ts";
import { RewordForm } from "./reword-form.tsx";
import { SayForm } from "./say-form.tsx";
import type { TalkSetting } from "./setting.ts";
import { WithdrawForm } from "./thread-card.tsx";

interface TalkPageProps {
  readonly errand: TalkErrand;
  /** The desk's answer to a form that it could not follow. */
  readonly refused: Extract<TalkAnswer, { ok: false }> | undefined;
}

export function TalkPage({ errand, refused }: TalkPageProps) {
  const { t } = useTranslation();
  const back = refused?.typed["back"] ?? errand.back;
  const setting = useSetting(errand, back);
  const leave = <ButtonLink look="quiet" to={setting.back} reloadDocument>{t("talk.act.back")}</ButtonLink>;
  return (
    <Page title={t(errand.titleKey)}>
      {errand.subject && !refused ? <Form subject={errand.subject} setting={setting} leave={leave} /> : null}
      {refused ? <Refused refused={refused} setting={setting} leave={leave} /> : null}
      {errand.subject || refused ? null : leave}
    </Page>
  );
}

interface FormProps {
  readonly subject: NonNullable<TalkErrand["subject"]>;
  readonly setting: TalkSetting;
  readonly leave: JSX.Element;
}

function Form({ subject: { kind, said, stageId }, setting, leave }: FormProps) {
  const { t } = useTranslation();
  return (
    <>
      <blockquote lang={said.lang} className="whitespace-pre-line">{said.words}</blockquote>
      {kind === "reply" ? <SayForm setting={setting} stageId={stageId} answers={said} label={t("talk.act.replyTitle")}>{leave}</SayForm> : null}
      {kind === "reword" || kind === "correct" ? <RewordForm kind={kind} said={said} setting={setting}>{leave}</RewordForm> : null}
      {kind === "withdraw" ? <WithdrawForm said={said} setting={setting}>{leave}</WithdrawForm> : null}
    </>
  );
}

/** Says what was wrong, and keeps every word for another try. */
function Refused({ refused: { problems, typed }, setting, leave }: { readonly refused: Extract<TalkAnswer, { ok: false }>; readonly setting: TalkSetting; readonly leave: JSX.Element }) {
  const { t } = useTranslation();
  const found = Object.values(problems).flatMap((problem) => problem ?? []);
  const said = aboutSaid(typed);
  const isWording = typed["act"] === "reword" || typed["act"] === "correct";
  return (
    <>
      <Notice tone="problem" announce>{found.map((problem) => <p key={problem}>{t(problem)}</p>)}</Notice>
      {typed["act"] === "say" ? <SayForm setting={setting} stageId={typed["stage"] ?? ""} answers={typed["replyTo"] ? said : null} label={t("talk.say.title")} typed={typed} problems={problems}>{leave}</SayForm> : null}
      {isWording ? <RewordForm kind={typed["act"] === "correct" ? "correct" : "reword"} said={said} setting={setting} typed={typed} problems={problems}>{leave}</RewordForm> : null}
      {typed["act"] === "say" || isWording ? null : leave}
    </>
  );
}

/** As much of a contribution as a refused form knows: which one it was about. */
function aboutSaid(typed: Readonly<Record<string, string>>) {
  const id = typed["said"] ?? typed["replyTo"] ?? "";
  return { id, words: "", lang: typed["lang"] ?? "" };
}

function useSetting({ address, seatAddress, me, people, writesFor }: TalkErrand, back: string): TalkSetting {
  const { t } = useTranslation();
  const personOf = (memberId: string) => {
    const person = people.find(({ id }) => id === memberId);
    const perspective = person?.role === "participant" ? t(`session.perspective.${readPerspective(person.perspective)}`) : "";
    return { name: person?.name ?? "…", initials: initialsOf(person?.name ?? "…"), perspective };
  };
  return { address, seatAddress, back, me, personOf, writesFor, act: () => null, mayWrite: true };
}
