import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { WordKey } from "#app/language/words.ts";
import { Button } from "#app/ui/button.tsx";

/** Somebody of a session, as the desk calls them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

interface PersonChooserProps {
  readonly people: readonly Named[];
  /** Who is looked at; null before somebody is chosen. */
  readonly chosen: Named | null;
  /** What the list asks, and what the button does. */
  readonly who: WordKey;
  readonly look: WordKey;
}

/** Choose one person: the same page again, with `?member=` their id. A plain form. */
export function PersonChooser({ people, chosen, who, look }: PersonChooserProps) {
  const { t } = useTranslation();
  return (
    <Form method="get" className="stack-tight">
      <div className="field">
        <label htmlFor="member">{t(who)}</label>
        <select key={chosen?.id} id="member" name="member" className="input" defaultValue={chosen?.id ?? people[0]?.id} translate="no">
          {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </div>
      <Button look={chosen ? "quiet" : undefined}>{t(look)}</Button>
    </Form>
  );
}
