import { Translated } from "#app/language/translated.tsx";

import type { StageProps } from "#app/stages/stage-props.ts";

export function Projector({ room }: StageProps) {
  return <p className="text-3xl text-quiet"><Translated words={room.question} /></p>;
}
