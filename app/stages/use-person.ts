import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { usePeople } from "#app/live/live-session.tsx";
import { initialsOf } from "#app/live/person.ts";
import { readPerspective } from "#app/session/perspective.ts";

/** A member as their words are signed. */
export interface Signature {
  readonly name: string;
  readonly initials: string;
  /** In words, in the page's language; "" for a facilitator, who has none. */
  readonly perspective: string;
}

/** Looks a member up by id; somebody whose name has not arrived yet is signed "…". */
export function usePerson(): (memberId: string) => Signature {
  const { t } = useTranslation();
  const people = usePeople();
  return useCallback(
    (memberId) => {
      const person = people.get(memberId);
      if (!person) return { name: "…", initials: "…", perspective: "" };
      const perspective = person.role === "facilitator" ? "" : t(`session.perspective.${readPerspective(person.perspective)}`);
      return { name: person.name, initials: initialsOf(person.name), perspective };
    },
    [people, t],
  );
}
