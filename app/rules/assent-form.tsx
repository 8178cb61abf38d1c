import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import type { WordKey } from "#app/language/words.ts";

/** What the desk answers a page that posted by script. */
export interface Answered {
  readonly problem?: WordKey;
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
  const fetcher = useFetcher<Answered>();
  const [agrees, setAgrees] = useAgrees(before, rulesAgreed);
  return (
    <fetcher.Form method="post" action={action} className="stack-tight" onSubmit={() => setAgrees(!agrees)}>
      <h3>{t("rules.mine")}</h3>
      <p role="status">{agrees ? t("rules.agreed") : null}</p>
      {/* The same button before and after, so that focus stays. */}
      <Button name="intent" value={agrees ? "withdraw" : "agree"} look={agrees ? "link" : undefined}>{t(agrees ? "rules.withdraw" : "rules.agree")}</Button>
      <p className="aside">{t("rules.secret")}</p>
    </fetcher.Form>
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

/** The group as a whole agrees its rules, or opens them again: for a facilitator, beside the rules themselves. */
export function GroupForm({ action, rulesAgreed }: Omit<AssentProps, "agrees">) {
  const { t } = useTranslation();
  const fetcher = useFetcher<Answered>();
  const problem = fetcher.data?.problem;
  return (
    <fetcher.Form method="post" action={action} className="stack-tight">
      {problem ? <p className="field-problem" role="alert">{t(problem)}</p> : null}
      <Button name="intent" value={rulesAgreed ? "openRules" : "agreeRules"} look={rulesAgreed ? "quiet" : undefined}>{t(rulesAgreed ? "rules.group.reopen" : "rules.group.agree")}</Button>
      <p className="aside">{t(rulesAgreed ? "rules.group.reopenHint" : "rules.group.agreeHint")}</p>
    </fetcher.Form>
  );
}
