import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { expect, test } from "vitest";

import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { i18nFor } from "#app/language/i18n.ts";

import { BallotForm } from "./ballot-form.tsx";
import { withoutHidden, type AskedRound, type BallotAnswer } from "./round.ts";

const round = {
  id: "round",
  choose: 3,
  candidates: [
    { id: "beds", text: "Keep the beds", lang: "en" },
    { id: "llais", text: "Llais i ofalwyr", lang: "cy" },
    { id: "pot", text: "A small flexible pot", lang: "en" },
  ],
};

/** The page as a browser without JavaScript gets it. */
async function page({ voted = false, answer, language = "en", asked = round }: { voted?: boolean; answer?: BallotAnswer; language?: "en" | "cy"; asked?: AskedRound } = {}): Promise<string> {
  const routes = [{ path: "/", element: <BallotForm round={asked} voted={voted} answer={answer} action="/ballot" /> }];
  const context = await createStaticHandler(routes).query(new Request("http://ymholi.test/"));
  if (context instanceof Response) throw context;
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language, language === "en" ? en : cy)}>
      <StaticRouterProvider router={createStaticRouter(routes, context)} context={context} hydrate={false} />
    </I18nextProvider>,
  );
}

test.each([["en", en], ["cy", cy]] as const)("a wording that is being looked at says so in its place, in %s, and can still be chosen", async (language, words) => {
  const html = await page({ language, asked: { ...round, candidates: withoutHidden(round.candidates, new Set(["llais"])) } });
  expect(html).not.toContain("Llais i ofalwyr");
  expect(html).toContain(`<label for="choice-llais">${words.voting.lookedAt}</label>`);
  expect(html.match(/<select /g)).toHaveLength(3);
});

test("without JavaScript each candidate is a labelled menu in a form that posts", async () => {
  const html = await page();
  expect(html).toMatch(/<form method="post" action="\/ballot"/);
  expect(html).toContain('<input type="hidden" name="round" value="round"/>');
  expect(html).toContain('<label for="choice-llais" lang="cy">Llais i ofalwyr</label>');
  expect(html.match(/<select /g)).toHaveLength(3);
  expect(html).toContain('<option value="03">3rd</option>');
});

test("once it is in, the ballot says so, and shows nothing of the choice", async () => {
  const html = await page({ voted: true, answer: { ok: true, roundId: "round" } });
  expect(html).toContain("Your ballot is in.");
  expect(html.match(/<option value="00" selected="">/g)).toHaveLength(3);
  expect(html).not.toMatch(/<details[^>]* open/);
});

test("a refused ballot keeps what was chosen, names the problem and leads to it", async () => {
  const problems = [{ problem: "samePlace", place: 1, ids: ["beds", "pot"] }] as const;
  const html = await page({ answer: { ok: false, roundId: "round", problem: null, problems, places: { beds: 1, llais: 0, pot: 1 } } });
  expect(html).toContain('<a href="#choice-pot">1st: you have given this place to more than one.');
  expect(html.match(/<option value="01" selected="">/g)).toHaveLength(2);
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
});

test("an answer to another round is not shown in this one", async () => {
  const html = await page({ answer: { ok: true, roundId: "an earlier round" } });
  expect(html).not.toContain("Your ballot is in.");
});

test("the ballot speaks Welsh", async () => {
  const html = await page({ language: "cy", voted: true });
  expect(html).toContain("Mae eich pleidlais i mewn.");
  expect(html).toContain('<option value="02">2il</option>');
});
