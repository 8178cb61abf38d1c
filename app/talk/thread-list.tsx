import { useTranslation } from "react-i18next";

import type { Thread } from "./contributions.ts";
import type { TalkSetting } from "./setting.ts";
import { ThreadCard } from "./thread-card.tsx";

interface ThreadListProps {
  readonly threads: readonly Thread[];
  readonly setting: TalkSetting;
  /** The stage at which answers are given. */
  readonly stageId: string;
}

/** Oldest first: what people are reading does not move when somebody says more. */
export function ThreadList({ threads, setting, stageId }: ThreadListProps) {
  const { t } = useTranslation();
  if (threads.length === 0) return <p className="aside">{t("talk.said.none")}</p>;
  return (
    <ul className="plain-list stack-tight">
      {threads.map((thread) => <ThreadCard key={thread.id} thread={thread} setting={setting} stageId={stageId} />)}
    </ul>
  );
}
