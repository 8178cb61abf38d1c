import { useEffect, useState } from "react";

import { Button } from "#app/ui/button.tsx";

/** Opens the browser's print window. Not there without a script, where it could do nothing. */
export function PrintButton({ children }: { readonly children: string }) {
  const [canPrint, setCanPrint] = useState(false);
  // An effect because only a browser with scripts gets this far.
  useEffect(() => setCanPrint(true), []);
  return canPrint ? <Button type="button" look="quiet" className="no-print" onClick={() => window.print()}>{children}</Button> : null;
}
