import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";

import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { i18nFor } from "#app/language/i18n.ts";
import type { Perspective } from "#app/session/perspective.ts";

import { outcomeOf } from "./disclosure.ts";
import { OutcomeView } from "./outcome-view.tsx";

const candidates = ["Shorter notice", "A small pot", "One call", "Hotels", "Count breaks"].map((text, index) => ({ id: "ABCDE".charAt(index), text, lang: "en" }));

interface Told {
  /** "carer ABC" is a carer's ballot. */
  readonly ballots: readonly string[];
  readonly requiredMix?: { practitioner?: number; researcher?: number };
  readonly absent?: readonly Perspective[];
  readonly language?: "en" | "cy";
}

/** What a reader is told, as plain text. */
function told({ ballots, requiredMix = {}, absent = [], language = "en" }: Told): string {
  const cast = ballots.map((words) => {
    const [perspective, ranking = ""] = words.split(" ");
    return { perspective: perspective as Perspective, ranking: [...ranking] };
  });
  const roll = [...cast.map(({ perspective }) => perspective), ...absent];
  const outcome = outcomeOf({ rules: { candidates: [..."ABCDE"], choose: 3 }, roll, ballots: cast, minimum: 3, publishCount: 3, requiredMix });
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language, language === "en" ? en : cy)}>
      <OutcomeView outcome={outcome} candidates={candidates} />
    </I18nextProvider>,
  );
  return html.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|");
}

const carers = ["carer ABC", "carer ACB", "carer BAD"];
const practitioners = ["DEA", "DEA", "DEA", "DEA", "EDC", "EDC"].map((ranking) => `practitioner ${ranking}`);

test("the combination is told with ties, points and everything outside the top, the head count beside it", () => {
  const text = told({ ballots: [...carers, ...practitioners] });
  expect(text).toContain("|The first 3|1|Shorter notice|8|2|Hotels|7|");
  expect(text).toContain("|Level at the edge of the first 3: the group decides|3=|A small pot|5|3=|One call|5|3=|Count breaks|5|");
  expect(text).toContain("|If every ballot weighed the same|1|Hotels|2|Count breaks|3|Shorter notice|");
});

test("each group's list says whose it is and how many ballots stand behind it", () => {
  const text = told({ ballots: [...carers, ...practitioners], absent: ["practitioner"] });
  expect(text).toContain("|Unpaid carers|3 ballots from 3 people|1|Shorter notice|2|A small pot|");
  expect(text).toContain("|Practitioners|6 ballots from 7 people|1|Hotels|");
});

test("groups that share a list are said in plain words", () => {
  const text = told({ ballots: [...carers, "manager DEA", "researcher ABC", "unsaid E"] });
  expect(text).toContain("|Managers · Researchers · People who did not say their perspective, counted together|3 ballots");
  expect(text).toContain("a group with fewer than 3 ballots");
});

test("a band tells the one thing that is shared and no order behind it", () => {
  const text = told({ ballots: ["carer A", "carer A", "carer CB", ...practitioners] });
  expect(text).toContain("|1|Shorter notice|All of these ballots, or all but one, named this priority and no other.");
  expect(text).toContain("|If every ballot weighed the same|Not shown.");
});

test("an outcome without the required mix is marked as a recommendation, with who was missing", () => {
  const text = told({ ballots: carers, requiredMix: { practitioner: 2 } });
  expect(text).toContain("|Recommendation only|");
  expect(text).toContain("|Practitioners: 0 there, 2 needed|");
});

test("of too few ballots only that is told", () => {
  const text = told({ ballots: ["carer ABC", "carer ABC"] });
  expect(text).toContain("|Too few ballots to show an outcome|");
  expect(text).not.toContain("Shorter notice");
});

test("the outcome speaks Welsh", () => {
  expect(told({ ballots: [...carers, ...practitioners], language: "cy" })).toContain("|Gofalwyr di-dâl|3 pleidlais gan 3 pherson|");
});
