/** The page to come back to: one of this session's room, whatever was asked for. */
export function backTo(asked: string | null | undefined, sessionId: string): string {
  const room = `/s/${sessionId}`;
  return asked && (asked === room || asked.startsWith(`${room}?`)) ? asked : room;
}
