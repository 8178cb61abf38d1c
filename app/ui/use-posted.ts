import { useRef, useState, type FormEvent } from "react";

import type { WordKey } from "#app/language/words.ts";

import { whyNotSent } from "./or-not-sent.ts";
import { postJson } from "./read-json.ts";
import { saidBy } from "./said-by.ts";

interface Posted<Answer> {
  /** The last answer; null before the first. */
  readonly answer: Answer | null;
  /** Why there was none to the last posting; null when there was. */
  readonly notSent: WordKey | null;
  /** The form's onSubmit. */
  readonly post: (event: FormEvent<HTMLFormElement>) => void;
}

/** A form whose page stays as it is, and which can be sent again when there was no connection. The last press counts. */
export function usePosted<Answer>(address: string, onAnswer?: (answer: Answer) => void): Posted<Answer> {
  const [{ answer, notSent }, setCame] = useState<Pick<Posted<Answer>, "answer" | "notSent">>({ answer: null, notSent: null });
  const presses = useRef(0);
  async function send(form: FormData): Promise<void> {
    const press = ++presses.current;
    // Taken away meanwhile, so that it is heard again.
    setCame((before) => ({ ...before, notSent: null }));
    const came = await postJson<Answer>(address, form);
    if (press !== presses.current) return;
    setCame((before) => ({ answer: came ?? before.answer, notSent: came === null ? whyNotSent() : null }));
    if (came !== null) onAnswer?.(came);
  }
  const post = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(saidBy(event));
  };
  return { answer, notSent, post };
}
