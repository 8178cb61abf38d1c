import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { Button } from "#app/ui/button.tsx";

import type { Shortcut } from "./shortcuts.ts";

interface ActProps {
  /** What is decided: see desk-action.server.ts. */
  readonly intent: string;
  /** Further fields of the form. */
  readonly fields?: Readonly<Record<string, string | number>>;
  /** "main": the one thing to do next. */
  readonly look?: "main" | "quiet" | "danger";
  readonly label?: string;
  /** The key that presses it, when somebody uses keys. */
  readonly shortcut?: Shortcut;
  readonly children: ReactNode;
}

/** One decision as one button: a form of its own, so that it works without a script and keeps the page where it is. */
export function Act({ intent, fields = {}, look = "quiet", label, shortcut, children }: ActProps) {
  return (
    <Form method="post" preventScrollReset replace>
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Button look={look === "main" ? undefined : look} name="intent" value={intent} aria-label={label} data-shortcut={shortcut}>{children}</Button>
    </Form>
  );
}
