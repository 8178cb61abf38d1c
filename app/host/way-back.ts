/** A path of our own site to go on to; anything else, such as another site's address, gives `otherwise`. */
export function wayBack(to: unknown, otherwise: string): string {
  const ours = typeof to === "string" && /^\/(?![/\\])/.test(to) && !/[\t\n\r]/.test(to);
  return ours ? to : otherwise;
}
