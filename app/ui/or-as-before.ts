import { reachOf, tellReach } from "./reach.ts";

let before: { readonly address: string; readonly data: unknown } | null = null;

/** Remembers what stands on this page, for when nothing better can be had. `address`: its path. */
export function keepAsBefore(address: string, data: unknown): void {
  before = { address, data };
}

/**
 * A page's data anew; those it has when the host, or its store, does not answer: Remix would put an error page in the
 * place of this one, and of all that is filled in, and ask no more. For a `clientLoader`; its page calls `useAsBefore`.
 */
export async function orAsBefore<T>({ url, signal }: Pick<Request, "url" | "signal">, ask: () => Promise<T>): Promise<T> {
  try {
    const data = await ask();
    tellReach("reached");
    return data;
  } catch (thrown) {
    const reach = reachOf(thrown);
    if (reach === "reached" || signal.aborted || before?.address !== new URL(url).pathname) throw thrown;
    tellReach(reach);
    // The page of this address keeps here what its own loader answered.
    return before.data as T;
  }
}
