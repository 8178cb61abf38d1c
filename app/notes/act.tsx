import { Button } from "#app/ui/button.tsx";

import { useHydrated } from "#app/ui/use-hydrated.ts";

interface ActProps {
  /** The page with the same form, for when there is no JavaScript, or it has not come yet. */
  readonly href: string;
  readonly onAct: () => void;
  readonly label: string;
  /** What it acts on, for those who do not see where it stands. */
  readonly about: string;
  readonly expanded?: boolean;
}

/** Something to do here: a link until the page is awake, then a button at the same place. */
export function Act({ href, onAct, label, about, expanded }: ActProps) {
  const words = <>{label}<span className="visually-hidden"> ({about})</span></>;
  if (!useHydrated()) return <a href={href} className="button" data-look="link">{words}</a>;
  return <Button type="button" look="link" aria-expanded={expanded} onClick={onAct}>{words}</Button>;
}
