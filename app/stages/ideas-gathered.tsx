import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useDocument } from "#app/live/use-document.ts";
import { readTalk, type Concept, type Talk } from "#app/talk/talk.doc.ts";

import type { Drafted } from "./room.ts";

/** The ideas people thought worth asking about, folded, for whoever makes questions of them. Followed only while somebody looks. */
export function IdeasGathered({ talk }: { readonly talk: Drafted<Talk> }) {
  const { t } = useTranslation();
  const [wasOpened, setOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className="font-bold">{t("concepts.title")}</summary>
      <div className="py-3">{wasOpened ? <LiveIdeas talk={talk} /> : <Ideas concepts={talk.initial.concepts} />}</div>
    </details>
  );
}

function LiveIdeas({ talk }: { readonly talk: Drafted<Talk> }) {
  return <Ideas concepts={useDocument({ ...talk, read: readTalk }).value.concepts} />;
}

function Ideas({ concepts }: { readonly concepts: readonly Concept[] }) {
  const { t } = useTranslation();
  if (concepts.length === 0) return <p>{t("concepts.none")}</p>;
  return <ul className="plain-list row">{concepts.map(({ id, words, lang }) => <li key={id} className="tag" lang={lang}>{words}</li>)}</ul>;
}
