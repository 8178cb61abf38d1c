/** A facilitator's own templates: the stages of a session of theirs, kept to begin another with. Nobody else sees them. */
import * as z from "zod/mini";

import type { Db } from "#app/context.server.ts";

import type { OwnTemplateLine } from "./own-template.ts";
import { readStage } from "./prepare.server.ts";
import { minutesOf, stageTemplateSchema, type StageTemplate } from "./templates/template.ts";
import { templateOf } from "./templates/templates.ts";

const OWN = "own:";
const stagesSchema = z.array(stageTemplateSchema);

/** The facilitator's templates, the newest first. One that cannot be read any more is passed over. */
export async function ownTemplatesOf(db: Db, facilitatorId: string): Promise<OwnTemplateLine[]> {
  const rows = await db.ownTemplate.findMany({ where: { facilitatorId }, orderBy: { id: "desc" } });
  return rows.flatMap(({ id, name, stages }) => {
    const read = stagesSchema.safeParse(stages);
    return read.success ? [{ key: OWN + id, id, name, minutes: minutesOf(read.data) }] : [];
  });
}

/** The stages of a template of ours or of the facilitator's own; null for any other key. */
export async function stagesFor(db: Db, facilitatorId: string, key: string): Promise<readonly StageTemplate[] | null> {
  if (!key.startsWith(OWN)) return templateOf(key)?.stages ?? null;
  const row = await db.ownTemplate.findFirst({ where: { id: key.slice(OWN.length), facilitatorId } });
  const read = stagesSchema.safeParse(row?.stages);
  return read.success ? read.data : null;
}

/** Keeps a session's stages as they are now, under a name. */
export async function saveTemplate(db: Db, { sessionId, facilitatorId, name }: { readonly sessionId: string; readonly facilitatorId: string; readonly name: string }): Promise<void> {
  const stages = await db.stage.findMany({ where: { sessionId }, orderBy: { position: "asc" } });
  await db.ownTemplate.create({ data: { facilitatorId, name, stages: stages.map(readStage) } });
}

/** Sessions made from it stay as they are. Deleting what is gone, or another's, changes nothing. */
export async function deleteTemplate(db: Db, facilitatorId: string, id: string): Promise<void> {
  await db.ownTemplate.deleteMany({ where: { id, facilitatorId } });
}
