import { reachOf, tellReach } from "./reach.ts";

/**
 * What one of our own addresses answers to a plain GET; null without an answer, or with a refusal. Asked for without
 * Remix, which puts an error page in the place of the room, and of all that is typed there, when there is no connection.
 *
 * @typeParam T what the address's loader answers, as JSON carries it.
 */
export async function readJson<T>(address: string): Promise<T | null> {
  try {
    const answer = await fetch(address);
    tellReach(reachOf(answer));
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}

/**
 * What one of our own addresses answers to a form, also when it refuses it; null without an answer that can be read.
 *
 * @typeParam T what the address's action answers, as JSON carries it.
 */
export async function postJson<T>(address: string, form: FormData): Promise<T | null> {
  const fields = [...form].map(([name, value]) => [name, String(value)]);
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    tellReach(reachOf(answer));
    return (await answer.json()) as T;
  } catch {
    return null;
  }
}
