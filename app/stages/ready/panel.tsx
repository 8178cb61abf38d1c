import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { otherLanguage } from "#app/language/languages.ts";
import { useLanguage } from "#app/language/use-language.ts";
import { DraftedRules } from "#app/lists/drafted-rules.tsx";
import { AssentForm, GroupForm } from "#app/rules/assent-form.tsx";
import { suggestedFor } from "#app/rules/suggested.ts";
import { Button } from "#app/ui/button.tsx";

import type { Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { useReadOnly } from "#app/stages/use-read-only.ts";

/** Language, what happens to words and a warm-up, each in a few lines; then the rules, which are the work of this stage. */
export function Panel({ room }: StageProps) {
  return (
    <div className="stack-wide">
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <LanguageChoice />
        <Words />
        <WarmUp />
      </div>
      <Rules room={room} />
    </div>
  );
}

function LanguageChoice() {
  const { t } = useTranslation();
  const other = otherLanguage(useLanguage());
  const { pathname, search } = useLocation();
  return (
    <section className="card stack-tight" aria-labelledby="ready-language">
      <h2 id="ready-language" className="text-xl">{t("ready.language")}</h2>
      <p>{t("ready.reading")}</p>
      {/* As at the top of the page: keep-words.js carries what is typed over the reload. */}
      <form method="post" action="/language" data-language-switch="">
        <input type="hidden" name="to" value={pathname + search} />
        <Button look="quiet" name="language" value={other} lang={other}>{t("ready.switch")}</Button>
      </form>
      <p className="aside">{t("ready.writing")}</p>
    </section>
  );
}

function Words() {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="ready-words">
      <h2 id="ready-words" className="text-xl">{t("ready.words")}</h2>
      <ul className="words-list stack-tight">
        <li>{t("ready.consent.seen")}</li>
        <li>{t("ready.consent.kept")}</li>
        <li>{t("ready.consent.pass")}</li>
        <li><strong>{t("ready.consent.limits")}</strong></li>
      </ul>
    </section>
  );
}

function WarmUp() {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight" aria-labelledby="ready-warm-up">
      <h2 id="ready-warm-up" className="text-xl">{t("ready.warmUp")}</h2>
      <p>{t("ready.warmUpBody")}</p>
    </section>
  );
}

function Rules({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly(room, "rules");
  const { sessionId, template, rules, me } = room;
  return (
    <section className="stack" aria-labelledby="ready-rules">
      <div className="stack-tight">
        <h2 id="ready-rules">{t("rules.title")}</h2>
        {readOnly ? null : <p>{t("rules.intro")}</p>}
      </div>
      {rules ? <DraftedRules sessionId={sessionId} {...rules} me={me} readOnly={readOnly} suggested={suggestedFor(template)} mayAddAll={me.role === "facilitator"} /> : <p>{t("stages.drafting.notYet")}</p>}
      {rules && readOnly !== "closed" ? <Agreeing room={room} /> : null}
    </section>
  );
}

function Agreeing({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { rulesAgreed, rules: { assents } } = useBoard();
  const common = { action: `/s/${room.sessionId}/rules`, rulesAgreed };
  return (
    <div className="card stack max-w-[68ch]">
      <AssentForm {...common} agrees={room.agreesToRules} />
      <p role="status">{assents > 0 ? t("rules.assents", { count: assents }) : t("rules.nobody")}</p>
      {room.me.role === "facilitator" ? <GroupForm {...common} /> : null}
    </div>
  );
}
