/** `export const meta = pageTitle` in a route whose loader answers with a `title` (see page-title.server.ts). */
export function pageTitle({ data }: { readonly data?: unknown }) {
  const title = typeof data === "object" && data !== null && "title" in data && typeof data.title === "string" ? data.title : "";
  return [{ title: title ? `${title} – Ymholi` : "Ymholi" }];
}
