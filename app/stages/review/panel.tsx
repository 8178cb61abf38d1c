import { useTranslation } from "react-i18next";

import { ReviewWords } from "#app/talk/review-words.tsx";

import type { Room } from "#app/stages/room.ts";
import type { StageProps } from "#app/stages/stage-props.ts";
import { useReflecting } from "#app/stages/use-reflecting.ts";

export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p>{t("reflections.review.intro")}</p>
      {room.talk ? <Review room={room} talk={room.talk} /> : null}
    </div>
  );
}

function Review({ room, talk }: { readonly room: Room; readonly talk: NonNullable<Room["talk"]> }) {
  return <ReviewWords reflecting={useReflecting(room, talk)} />;
}
