/**
 * A whole community of enquiry by the 60-minute template, each of its stages one minute long by the clock, and its
 * report. Eight members: Siân and Emrys speak Welsh, Colin uses the keyboard alone, Tom has a screen 320 pixels wide,
 * Pat's browser runs no scripts, Gwen has no device and speaks through a scribe, Nia comes late, and Bryn, who is the
 * scribe, loses his line for half a minute.
 */
import { test } from "#tests/browser.ts";
import { lineOf } from "#tests/e2e/own-line.ts";

import { airQuestions, chooseQuestion, comeLate, getReady, makeQuestions, readEvidence, think } from "./asking.ts";
import { gather, goOn, lookAtStage, sitDown, startClock } from "./company.ts";
import { build, closeSession, readReport, reviewTalk, sayFirstWords, sayLastWords } from "./talking.ts";
import { hostTenMinutes } from "./time.ts";

test("eight people go from evidence to last words in ten stages, everybody is heard, and the report tells it", async ({ arrive }) => {
  test.setTimeout(1_200_000);
  const company = await gather(arrive);
  const line = await lineOf(company.bryn);
  const { desk, wall } = company;
  const { id, code } = await hostTenMinutes(desk, "What makes a break a break?");
  await sitDown(company, code);
  await wall.goto(`/sessions/${id}/projector`);
  await startClock(company);
  await getReady(company, id);
  await lookAtStage(company);

  await goOn(company, "The evidence");
  await readEvidence(company);
  await lookAtStage(company);

  await goOn(company, "Thinking time");
  await think(company);
  await lookAtStage(company);

  await goOn(company, "Making questions");
  await makeQuestions(company);
  await lookAtStage(company);

  await goOn(company, "Airing");
  const nia = await comeLate(arrive, company, code);
  await airQuestions(company);
  await lookAtStage(company);

  await goOn(company, "Choosing");
  await chooseQuestion(company, nia);
  await lookAtStage(company);

  await goOn(company, "First words");
  await sayFirstWords(company);
  await lookAtStage(company);

  await goOn(company, "Building");
  await build(company, line);
  await lookAtStage(company);

  await goOn(company, "Last words");
  await sayLastWords(company);
  await lookAtStage(company);

  await goOn(company, "Review");
  await reviewTalk(company);
  await lookAtStage(company);

  await closeSession(company);
  await readReport(company);
});
