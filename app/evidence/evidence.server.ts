/** The evidence library of an enquiry at the desk. Callers have made sure of the enquiry (`enquiryFor`) before. */
import { randomBytes } from "node:crypto";

import { Prisma, type EvidenceVersion } from "#prisma/client.ts";

import type { Db } from "#app/context.server.ts";
import type { Language } from "#app/language/languages.ts";

import { blocksSchema, wordCount, type EvidenceBlock, type NewBlock } from "./blocks.ts";
import { correct } from "./correct.ts";
import type { EvidenceKind } from "./kinds.ts";
import type { ShelfItem } from "./shelf.ts";
import { usableInSession } from "./usable.ts";

/** What is said about a text, beside the text. */
export interface EvidenceDetails {
  readonly title: string;
  readonly kind: EvidenceKind;
  /** Whose perspective it speaks from, in words. */
  readonly perspective: string;
  readonly source: string;
  /** As people write it; may be empty. */
  readonly date: string;
  readonly place: string;
  readonly language: Language;
  /** Empty when not known or not said yet. */
  readonly limitations: string;
  readonly limitationsNotKnown: boolean;
}

export type VersionOfItem = Omit<EvidenceVersion, "blocks"> & { readonly blocks: readonly EvidenceBlock[] };

interface Addition {
  readonly enquiryId: string;
  readonly facilitatorId: string;
  readonly details: EvidenceDetails;
  readonly blocks: readonly NewBlock[];
}

/** Adds an item with its first version; answers with the item's id. */
export async function addEvidence(db: Db, { enquiryId, facilitatorId, details, blocks }: Addition): Promise<string> {
  const first = { number: 1, ...details, blocks: correct([], blocks, newBlockId), createdById: facilitatorId };
  const { id } = await db.evidenceItem.create({ data: { enquiryId, versions: { create: first } } });
  return id;
}

interface Correction {
  readonly enquiryId: string;
  readonly itemId: string;
  readonly facilitatorId: string;
  /** Number of the version that the corrector had before them. */
  readonly basedOn: number;
  readonly details: EvidenceDetails;
  readonly blocks: readonly NewBlock[];
}

const UNIQUE_BROKEN = "P2002";

/**
 * Makes the next version; blocks that stay nearly the same keep their ids. `"overtaken"`: somebody else corrected
 * it meanwhile, and nothing was changed. Throws a 404 Response when the item is not in this enquiry.
 */
export async function correctEvidence(db: Db, { enquiryId, itemId, facilitatorId, basedOn, details, blocks }: Correction): Promise<"corrected" | "overtaken"> {
  const { versions } = await itemFor(db, enquiryId, itemId);
  const newest = versions[0];
  if (newest?.number !== basedOn) return "overtaken";
  const next = { itemId, number: basedOn + 1, ...details, blocks: correct(newest.blocks, blocks, newBlockId), createdById: facilitatorId };
  try {
    await db.evidenceVersion.create({ data: next });
    return "corrected";
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_BROKEN) return "overtaken";
    throw error;
  }
}

/** An item with all its versions, the newest first. Throws a 404 Response when it is not in this enquiry. */
export async function itemFor(db: Db, enquiryId: string, itemId: string): Promise<{ readonly id: string; readonly versions: readonly VersionOfItem[] }> {
  const item = await db.evidenceItem.findFirst({ where: { id: itemId, enquiryId }, include: { versions: { orderBy: { number: "desc" } } } });
  if (!item) throw new Response(null, { status: 404 });
  return { id: item.id, versions: item.versions.map(withBlocks) };
}

/** The newest version of each item, the item added first at the top, with whether a session may use it. */
export async function evidenceOf(db: Db, enquiryId: string): Promise<(VersionOfItem & { readonly usable: boolean })[]> {
  const items = await db.evidenceItem.findMany({ where: { enquiryId }, include: { versions: { orderBy: { number: "desc" }, take: 1 } }, orderBy: { id: "asc" } });
  return items.flatMap(({ versions }) => versions.map(withBlocks)).map((version) => ({ ...version, usable: usableInSession(version) }));
}

/** The same as it stands on the enquiry's page. */
export async function shelfOf(db: Db, enquiryId: string): Promise<ShelfItem[]> {
  const newest = await evidenceOf(db, enquiryId);
  return newest.map(({ itemId, title, kind, language, perspective, blocks, usable }) => ({ id: itemId, title, kind, language, perspective, words: wordCount(blocks), usable }));
}

function withBlocks(version: EvidenceVersion): VersionOfItem {
  return { ...version, blocks: blocksSchema.parse(version.blocks) };
}

/** Random, so that a removed block's id never comes back for another. */
function newBlockId(): string {
  return randomBytes(6).toString("base64url");
}
