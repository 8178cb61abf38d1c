import { useEffect } from "react";

import { readList, type List } from "#app/lists/lists.doc.ts";
import { useDocument } from "#app/live/use-document.ts";

import type { Drafted } from "./room.ts";

/**
 * Follows the rules only while somebody looks at them: a line for each phone all through a session, for words that
 * seldom change, would cost the host too much. What was last seen stays.
 */
export function RulesFollowed({ rules, onNews }: { readonly rules: Drafted<List>; readonly onNews: (list: List) => void }) {
  const { value } = useDocument({ documentId: rules.documentId, read: readList, initial: rules.initial });
  // An effect because what it follows outlives it in the line above.
  useEffect(() => onNews(value), [value, onNews]);
  return null;
}
