/** Making a session and preparing it. Everything can be changed until it is closed; its evidence until it is opened. */
import type { Db } from "#app/context.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import type { Prisma, Session, Stage } from "#prisma/client.ts";

import { decide, makeNotes, unmetIn, type Decided, type Desk, type Transaction } from "./desk.server.ts";
import type { Needing } from "./needs.ts";
import type { Preparation, RemovedStage } from "./preparing.ts";
import { isDoorOpen } from "./code.ts";
import { isSameMix, readRequiredMix } from "./mix.ts";
import type { OfferedEvidence } from "./offered.ts";
import type { SessionOfTeam } from "./session.server.ts";
import type { NewSession, Preparing, StageFields } from "./session-form.server.ts";
import { placed } from "./stage-order.ts";
import type { StageTemplate } from "./templates/template.ts";

/** Makes a session of an enquiry from the stages of a template, with the chosen versions in this order. Answers its id. */
export async function createSession(db: Db, enquiryId: string, { template, title, publishCount, mix, evidence, stages: chosen }: NewSession & { readonly stages: readonly StageTemplate[] }): Promise<string> {
  const stages = chosen.map(({ activity, name, prompt, minutes }, position) => ({ activity, name, prompt, minutes, position }));
  const session = await db.session.create({
    data: {
      enquiryId, template, title, publishCount, requiredMix: mix,
      stages: { create: stages },
      evidence: { create: evidence.map((versionId, position) => ({ versionId, position })) },
    },
  });
  return session.id;
}

export type Prepared = (Decided & { readonly ok: false }) | { readonly ok: true; readonly removed?: RemovedStage };

/** The forms that change the session itself. */
export type Change = Exclude<Preparing, { intent: "saveTemplate" }>;

/** Carries out one form of the preparing page. `evidence` must hold only versions that may be used. */
export async function prepare(desk: Desk, sessionId: string, form: Change, needing: Needing): Promise<Prepared> {
  let removed: RemovedStage | undefined;
  const decided = await decide(desk, sessionId, async (tx, session) => {
    if (form.intent === "details") return saveDetails(tx, session, form);
    if (form.intent === "evidence") return chooseEvidence(tx, session, form.evidence);
    if (form.intent === "addStage" || form.intent === "restoreStage") return addStage(tx, sessionId, form);
    const stages = await stagesOf(tx, sessionId);
    const stage = stages.find(({ id }) => id === form.id);
    if (!stage) return { ok: false, problem: "session.problem.stageGone" };
    if (form.intent === "editStage") return editStage(tx, session, { form, needing });
    if (form.intent === "moveStage") return order(tx, placed(stages.map(({ id }) => id), stage.id, form.place));
    removed = { ...readStage(stage), place: stages.indexOf(stage) + 1 };
    return removeStage(tx, session, { stage, stages });
  });
  return decided.ok && removed ? { ok: true, removed } : decided;
}

/** How many are published and whose voices are needed is settled before people rank: nobody may bend the rule to the ballots. */
async function saveDetails(tx: Transaction, session: Session, { title, publishCount, mix }: Extract<Preparing, { intent: "details" }>): Promise<Decided> {
  const { id } = session;
  const isSameRule = publishCount === session.publishCount && isSameMix(mix, readRequiredMix(session.requiredMix));
  if (!isSameRule && (await tx.round.findFirst({ where: { sessionId: id, about: "priorities", closedAt: null } }))) return { ok: false, problem: "session.problem.ruleFixed" };
  await tx.session.update({ where: { id }, data: { title, publishCount, requiredMix: mix } });
  return { ok: true };
}

/** Fixed once people may have begun to read it; a session that was opened without any may still be given some. */
async function chooseEvidence(tx: Transaction, { id: sessionId, state }: Session, versionIds: readonly string[]): Promise<Decided> {
  const isOpen = state !== "preparing";
  if (isOpen && (await tx.sessionEvidence.count({ where: { sessionId } })) > 0) return { ok: false, problem: "session.problem.evidenceFixed" };
  await tx.sessionEvidence.deleteMany({ where: { sessionId } });
  await tx.sessionEvidence.createMany({ data: versionIds.map((versionId, position) => ({ sessionId, versionId, position })) });
  if (isOpen) await makeNotes(tx, sessionId);
  return { ok: true };
}

async function addStage(tx: Transaction, sessionId: string, { place, ...fields }: StageFields & { readonly place?: number }): Promise<Decided> {
  const stages = await stagesOf(tx, sessionId);
  const { id } = await tx.stage.create({ data: { sessionId, position: stages.length, ...dataOf(fields) } });
  const ids = [...stages.map((stage) => stage.id), id];
  return order(tx, place === undefined ? ids : placed(ids, id, place));
}

interface StageEdit {
  readonly form: StageFields & { readonly id: string };
  readonly needing: Needing;
}

/** What people are at now is not turned into something whose need is unmet: that would open it by a side door. */
async function editStage(tx: Transaction, session: Session, { form: { id, ...fields }, needing }: StageEdit): Promise<Decided> {
  const isNow = session.state === "open" && session.currentStageId === id;
  const unmet = isNow ? (await unmetIn(tx, session, needing))(fields.activity) : null;
  if (unmet) return { ok: false, problem: `session.needs.${unmet}` };
  await tx.stage.update({ where: { id }, data: dataOf(fields) });
  return { ok: true };
}

/** The stage at which everybody is cannot go from under them. */
async function removeStage(tx: Transaction, session: Session, { stage, stages }: { stage: Stage; stages: readonly Stage[] }): Promise<Decided> {
  if (session.state === "open" && session.currentStageId === stage.id) return { ok: false, problem: "session.problem.stageNow" };
  await tx.stage.delete({ where: { id: stage.id } });
  return order(tx, stages.filter((other) => other !== stage).map(({ id }) => id));
}

async function order(tx: Transaction, ids: readonly string[]): Promise<Decided> {
  for (const [position, id] of ids.entries()) await tx.stage.update({ where: { id }, data: { position } });
  return { ok: true };
}

function stagesOf(tx: Db | Transaction, sessionId: string): Promise<Stage[]> {
  return tx.stage.findMany({ where: { sessionId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
}

/** Only the columns: a form's `intent` is no part of a stage. */
function dataOf({ activity, name, prompt, minutes }: StageFields) {
  return { activity, name, prompt, minutes } satisfies Partial<Prisma.StageUncheckedCreateInput>;
}

/** A stage's row with its words read. */
export function readStage({ activity, name, prompt, minutes }: Stage) {
  return { activity, name: readBilingual(name), prompt: readBilingual(prompt), minutes };
}

/** The session as the preparing page shows it. */
export async function preparationOf(db: Db, session: SessionOfTeam, offered: readonly OfferedEvidence[]): Promise<Preparation> {
  const { id, enquiry, state, publishCount, rehearsal } = session;
  const [stages, evidence] = await Promise.all([stagesOf(db, id), db.sessionEvidence.findMany({ where: { sessionId: id }, orderBy: { position: "asc" }, include: { version: true } })]);
  return {
    id, state, publishCount, offered, rehearsal,
    enquiry: { id: enquiry.id, title: readBilingual(enquiry.title) },
    title: readBilingual(session.title),
    doorOpen: isDoorOpen(session),
    mix: readRequiredMix(session.requiredMix),
    stages: stages.map((stage) => ({ id: stage.id, ...readStage(stage) })),
    evidence: evidence.map(({ version }) => ({ itemId: version.itemId, versionId: version.id, title: version.title, language: version.language })),
  };
}
