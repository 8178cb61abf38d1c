import { useTranslation } from "react-i18next";

import type { Mending } from "#app/live/mend.ts";
import type { Person } from "#app/live/person.ts";
import { readPerspective } from "#app/session/perspective.ts";

import type { PastWording } from "./past-wording.ts";

interface Props {
  /** Language of the item. */
  readonly lang: string;
  /** Oldest first. */
  readonly wordings: readonly PastWording[];
  readonly people: readonly Person[];
  /** Member ids of those whose words stand in the item now. */
  readonly writers: readonly string[];
}

/** How the wording of one item got here: each wording, who left it so, from which perspective, and when. */
export function ItemHistory({ lang, wordings, people, writers }: Props) {
  const { t } = useTranslation();
  if (wordings.length === 0) return <p>{t("lists.history.none")}</p>;
  return (
    <div className="stack">
      <p>{t("lists.history.intro")}</p>
      {writers.length > 0 ? <p>{t("lists.history.writers")} {writers.map((id) => people.find((person) => person.id === id)?.name ?? t("lists.history.past")).join(", ")}</p> : null}
      <ol className="plain-list stack">
        {wordings.map(({ memberId, when, text, mending }) => (
          <li key={when + text} className="card stack-tight">
            <p className="aside">{mending ? <Mended mending={mending} when={when} people={people} /> : <Writer memberId={memberId} when={when} people={people} />}</p>
            {text ? <p className="whitespace-pre-line" lang={lang}>{text}</p> : <p className="aside">{t("lists.history.wiped")}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Whose changes were undone or let happen, and on whose word. */
function Mended({ mending, when, people }: { readonly mending: Mending } & Pick<Props, "people"> & Pick<PastWording, "when">) {
  const { t } = useTranslation();
  if (mending.act === "rewrite") return <>{t("lists.history.rewrite")}, {when}</>;
  const nameOf = (memberId: string) => people.find(({ id }) => id === memberId)?.name ?? t("lists.history.past");
  return <>{t(`lists.history.${mending.act}`, { by: nameOf(mending.by), name: nameOf(mending.of), when })}</>;
}

function Writer({ memberId, when, people }: Pick<PastWording, "memberId" | "when"> & Pick<Props, "people">) {
  const { t } = useTranslation();
  if (memberId === null) return <>{t("lists.history.sample")}, {when}</>;
  const person = people.find(({ id }) => id === memberId);
  if (!person) return <>{t("lists.history.past")}, {when}</>;
  const perspective = person.role === "facilitator" ? t("lists.history.facilitator") : t(`session.perspective.${readPerspective(person.perspective)}`);
  return <>{t("lists.history.by", { name: person.name, perspective, when })}</>;
}
