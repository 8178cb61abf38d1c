import { afterEach, expect, test, vi } from "vitest";

import { messages } from "./codes.ts";
import { writeMessage } from "./messages.ts";
import { NoticeLine } from "./notice-line.ts";

afterEach(() => void vi.unstubAllGlobals());

test("a page never goes back to an older board than it was rendered with or has heard", () => {
  const { line, hear } = openLine({ version: 5, stage: "five" });
  hear({ version: 4, stage: "four" });
  expect(line.notice).toEqual({ version: 5, stage: "five" });
  hear({ version: 7, stage: "seven" });
  hear({ version: 6, stage: "six" });
  expect(line.notice).toEqual({ version: 7, stage: "seven" });
  hear({ version: 7, stage: "seven again" });
  expect(line.notice).toEqual({ version: 7, stage: "seven again" });
  line.close();
});

interface Heard {
  onmessage: ((event: MessageEvent) => void) | null;
}

/** A line whose other end is in our hands. */
function openLine(rendered: object) {
  const sockets: Heard[] = [];
  vi.stubGlobal("location", { origin: "http://localhost" });
  vi.stubGlobal("WebSocket", class implements Heard {
    onmessage: Heard["onmessage"] = null;
    constructor() {
      sockets.push(this);
    }
    close() {}
  });
  const line = new NoticeLine("session", rendered, []);
  line.open();
  const hear = (board: object) => sockets[0]?.onmessage?.(new MessageEvent("message", { data: writeMessage(messages.board, board).buffer }));
  return { line, hear };
}
