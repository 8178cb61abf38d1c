import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Asked } from "#app/session/asked.tsx";
import { Button } from "#app/ui/button.tsx";
import { usePosted } from "#app/ui/use-posted.ts";

/** What the desk answers a page that posted by script. */
export interface Answered {
  readonly problem?: WordKey;
  /** What a person said for themself, and now stands. */
  readonly agrees?: boolean;
}

interface AssentProps {
  /** Where it is posted. */
  readonly action: string;
  /** As the server knew it when the page was made. */
  readonly agrees: boolean;
  /** The rules stand as agreed by the group. */
  readonly rulesAgreed: boolean;
}

/** "I agree to these rules", each person for themself, and the way back from it. */
export function AssentForm({ action, agrees: before, rulesAgreed }: AssentProps) {
  const { t } = useTranslation();
  const [agrees, setAgrees] = useAgrees(before, rulesAgreed);
  const { answer, notSent, post } = usePosted<Answered>(`${action}/now`, ({ agrees: now }) => now !== undefined && setAgrees(now));
  const problem = notSent ?? answer?.problem;
  return (
    <form method="post" action={action} className="stack-tight" onSubmit={post}>
      <h3>{t("rules.mine")}</h3>
      <p role="status">{agrees ? t("rules.agreed") : null}</p>
      {/* The same button before and after, so that focus stays. */}
      <Button name="intent" value={agrees ? "withdraw" : "agree"} look={agrees ? "link" : undefined}>{t(agrees ? "rules.withdraw" : "rules.agree")}</Button>
      <Problem problem={problem} />
      <p className="aside">{t("rules.secret")}</p>
    </form>
  );
}

/** Rules that are opened again ask everybody anew. */
function useAgrees(before: boolean, rulesAgreed: boolean) {
  const state = useState(before);
  const wereAgreed = useRef(rulesAgreed);
  const [, setAgrees] = state;
  // An effect because the noticeboard changes beside this page.
  useEffect(() => {
    if (wereAgreed.current && !rulesAgreed) setAgrees(false);
    wereAgreed.current = rulesAgreed;
  }, [rulesAgreed, setAgrees]);
  return state;
}

/** The group as a whole agrees its rules, or opens them again, which is asked first: for a facilitator, beside the rules themselves. */
export function GroupForm({ action, rulesAgreed }: Omit<AssentProps, "agrees">) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  // What was pressed goes when the noticeboard brings the change, so focus goes to what stays.
  const { answer, notSent, post } = usePosted<Answered>(`${action}/now`, ({ problem }) => problem === undefined && form.current?.focus());
  return (
    <form ref={form} method="post" action={action} className="stack-tight" onSubmit={post} tabIndex={-1} aria-label={t("rules.group.title")}>
      <Problem problem={notSent ?? answer?.problem} />
      {rulesAgreed ? (
        <Asked ask={t("rules.group.reopen")}>
          <p>{t("rules.group.reopenHint")}</p>
          <Button name="intent" value="openRules" look="quiet">{t("rules.group.reopenSure")}</Button>
        </Asked>
      ) : (
        <>
          <Button name="intent" value="agreeRules">{t("rules.group.agree")}</Button>
          <p className="aside">{t("rules.group.agreeHint")}</p>
        </>
      )}
    </form>
  );
}

function Problem({ problem }: { readonly problem: WordKey | undefined }) {
  const { t } = useTranslation();
  return problem ? <p className="field-problem" role="alert">{t(problem)}</p> : null;
}
