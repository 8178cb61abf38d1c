import { useTranslation } from "react-i18next";

import type { Thread } from "./contributions.ts";
import type { TalkSetting } from "./setting.ts";
import { ThreadCard } from "./thread-card.tsx";

interface ThreadListProps {
  readonly threads: readonly Thread[];
  /** Ids of threads that are folded away, save one in which somebody is writing. */
  readonly folded?: readonly string[];
  readonly setting: TalkSetting;
  /** The stage at which answers are given. */
  readonly stageId: string;
}

/** Oldest first: what people are reading does not move when somebody says more. */
export function ThreadList({ threads, folded = [], setting, stageId }: ThreadListProps) {
  const { t } = useTranslation();
  return (
    <>
      {threads.length === folded.length ? <p className="aside">{t("talk.said.none")}</p> : null}
      {threads.length > 0 ? (
        <ul className="plain-list stack-tight">
          {threads.map((thread) => <ThreadCard key={thread.id} thread={thread} isFolded={folded.includes(thread.id)} setting={setting} stageId={stageId} />)}
        </ul>
      ) : null}
    </>
  );
}
