/** What the room decides about its rules: people for themselves, facilitators for the group. */
import type { AppLoadContext } from "@remix-run/node";

import { readList, standing } from "#app/lists/lists.doc.ts";
import { agreeRules, openRules, sayAssent } from "#app/rules/assents.server.ts";
import { rulesForm, type RulesIntent } from "#app/rules/rules-form.server.ts";
import type { Decided } from "#app/session/desk.server.ts";
import type { Member } from "#prisma/client.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

/** The same for a posted form, with what its buttons asked for. */
export async function decideByForm(parts: Parts, member: Pick<Member, "id" | "sessionId" | "role">, form: FormData): Promise<{ readonly decided: Decided; readonly intent?: RulesIntent }> {
  const read = rulesForm.safeParse(Object.fromEntries(form));
  if (!read.success) return { decided: { ok: false, problem: "session.problem.unknown" } };
  return { decided: await decideOnRules(parts, member, read.data.intent), intent: read.data.intent };
}

/** Decides what a button about the rules asks for. Throws a 404 Response when a participant asks for the group. */
export async function decideOnRules(parts: Parts, member: Pick<Member, "id" | "sessionId" | "role">, intent: RulesIntent): Promise<Decided> {
  const { id: memberId, sessionId, role } = member;
  if (intent === "agree" || intent === "withdraw") return sayAssent(parts, { sessionId, memberId }, intent === "agree");
  if (role !== "facilitator") throw new Response(null, { status: 404 });
  return decideForGroup(parts, sessionId, intent);
}

/** Agrees the rules for the group, or opens them again. There must be a rule to agree to. */
export async function decideForGroup(parts: Parts, sessionId: string, intent: "agreeRules" | "openRules"): Promise<Decided> {
  if (intent === "openRules") return openRules(parts, sessionId);
  const document = await parts.db.document.findFirst({ where: { sessionId, kind: "rules" }, select: { id: true } });
  const rules = document ? standing(await parts.live.read(document.id, readList)) : [];
  if (!rules.some(({ text }) => text.trim())) return { ok: false, problem: "rules.group.none" };
  return agreeRules(parts, sessionId);
}
