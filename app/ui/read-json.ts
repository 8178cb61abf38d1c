/**
 * What one of our own addresses answers to a plain GET; null without an answer, or with a refusal. Asked for without
 * Remix, which puts an error page in the place of the room, and of all that is typed there, when there is no connection.
 *
 * @typeParam T what the address's loader answers, as JSON carries it.
 */
export async function readJson<T>(address: string): Promise<T | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
