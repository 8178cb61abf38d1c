/** A piece of the enquiry's evidence, in its newest version, as a session may choose it. */
export interface OfferedEvidence {
  readonly itemId: string;
  readonly versionId: string;
  readonly title: string;
  /** Language of its words. */
  readonly language: string;
  /** False while nobody has said what it does not tell us: it is shown, but cannot be chosen. */
  readonly usable: boolean;
}

/** The chosen ones among those that may be chosen, in the order they are offered. */
export function chosenFrom(offered: readonly OfferedEvidence[], versionIds: readonly string[]): string[] {
  return offered.filter(({ usable, versionId }) => usable && versionIds.includes(versionId)).map(({ versionId }) => versionId);
}

/** As evidence lists it: the newest version of an item. */
interface NewestVersion extends Omit<OfferedEvidence, "versionId"> {
  readonly id: string;
}

export function offeredFrom(versions: readonly NewestVersion[]): OfferedEvidence[] {
  return versions.map(({ id, itemId, title, language, usable }) => ({ itemId, versionId: id, title, language, usable }));
}
