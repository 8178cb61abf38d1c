import { useTranslation } from "react-i18next";

import type { Person } from "#app/live/person.ts";
import { readPerspective } from "#app/session/perspective.ts";

import type { PastWording } from "./past-wording.ts";

interface Props {
  /** Language of the item. */
  readonly lang: string;
  /** Oldest first. */
  readonly wordings: readonly PastWording[];
  readonly people: readonly Person[];
}

/** How the wording of one item got here: each wording, who left it so, from which perspective, and when. */
export function ItemHistory({ lang, wordings, people }: Props) {
  const { t } = useTranslation();
  if (wordings.length === 0) return <p>{t("lists.history.none")}</p>;
  return (
    <div className="stack">
      <p>{t("lists.history.intro")}</p>
      <ol className="plain-list stack">
        {wordings.map(({ memberId, when, text }) => (
          <li key={when + text} className="card stack-tight">
            <p className="aside"><Writer memberId={memberId} when={when} people={people} /></p>
            {text ? <p className="whitespace-pre-line" lang={lang}>{text}</p> : <p className="aside">{t("lists.history.wiped")}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Writer({ memberId, when, people }: Pick<PastWording, "memberId" | "when"> & Pick<Props, "people">) {
  const { t } = useTranslation();
  if (memberId === null) return <>{t("lists.history.sample")}, {when}</>;
  const person = people.find(({ id }) => id === memberId);
  if (!person) return <>{t("lists.history.past")}, {when}</>;
  const perspective = person.role === "facilitator" ? t("lists.history.facilitator") : t(`session.perspective.${readPerspective(person.perspective)}`);
  return <>{t("lists.history.by", { name: person.name, perspective, when })}</>;
}
