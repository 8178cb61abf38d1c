/** The kinds of shared document. Each has a `.doc.ts` of its own; the name stands in `Document.kind`. */
export const documentKinds = ["notes", "principles", "priorities", "rules", "questions", "talk"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What a seat may do with one document at this moment. */
export type Rights = "none" | "read" | "write";
