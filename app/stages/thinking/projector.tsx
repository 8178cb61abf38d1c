import { Sentence } from "#app/stages/said-on-the-wall.tsx";

/** Nothing of anybody's: only that it is silent. */
export function Projector() {
  return <p className="projector-huge"><Sentence say={(t) => t("thinking.silent")} /></p>;
}
