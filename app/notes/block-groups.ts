import type { EvidenceBlock } from "#app/evidence/blocks.ts";

/** Blocks that stand in one list, or one block by itself. */
export interface BlockGroup {
  /** Id of its first block. */
  readonly id: string;
  readonly list: boolean;
  readonly blocks: readonly EvidenceBlock[];
}

/** List items that follow one another become one list. */
export function groupsOf(blocks: readonly EvidenceBlock[]): BlockGroup[] {
  return blocks.reduce<BlockGroup[]>((groups, block) => {
    const last = groups.at(-1);
    if (block.kind === "listItem" && last?.list) return [...groups.slice(0, -1), { ...last, blocks: [...last.blocks, block] }];
    return [...groups, { id: block.id, list: block.kind === "listItem", blocks: [block] }];
  }, []);
}
