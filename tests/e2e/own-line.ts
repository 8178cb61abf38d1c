/** The network of one person alone, in our hands: their sockets and requests can be cut while everybody else's go on. */
import type { Page } from "#tests/browser.ts";

export interface OwnLine {
  /** Open sockets break, and nothing comes through. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Call before the person goes anywhere. Their `arrive` must foresee 0, a broken line. */
export async function lineOf(page: Page): Promise<OwnLine> {
  const sockets = new Set<{ close: () => Promise<void> }>();
  let isCut = false;
  await page.routeWebSocket(/\/live\//, (socket) => {
    if (isCut) return void socket.close();
    const far = socket.connectToServer();
    sockets.add(socket).add(far);
  });
  return {
    cut: async () => {
      isCut = true;
      await page.context().setOffline(true);
      await Promise.all([...sockets].map((socket) => socket.close()));
      sockets.clear();
    },
    mend: async () => {
      isCut = false;
      await page.context().setOffline(false);
    },
  };
}
