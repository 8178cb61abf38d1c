import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Notice } from "#app/ui/notice.tsx";

import { Act } from "./act.tsx";
import { DifferenceView, DocumentName } from "./difference-view.tsx";
import type { HeldDeletion, Troubles } from "./mending.ts";

/** What a facilitator must be told without asking, above everything else on the desk; nothing when there is nothing. */
export function TroublesCard({ troubles: { held, aside, nearlyFull, isDiskFull } }: { readonly troubles: Troubles }) {
  const { t } = useTranslation();
  const count = held.length + aside.length + nearlyFull.length + (isDiskFull ? 1 : 0);
  const region = useFocusKept(count);
  return (
    <>
      {count > 0 ? <Pointer count={count} /> : null}
      <div ref={region} id="troubles" tabIndex={-1} role="status" aria-label={t("session.mend.troubles")} className={count > 0 ? "stack" : undefined}>
        {isDiskFull ? <DiskFull /> : null}
        {held.map((one) => <Held key={one.document.id + one.memberId} held={one} />)}
        {aside.length > 0 ? <Aside aside={aside} /> : null}
        {nearlyFull.length > 0 ? <NearlyFull nearlyFull={nearlyFull} /> : null}
      </div>
    </>
  );
}

/** Stays in sight however far down the desk the facilitator is: nothing on the page moves for it. */
function Pointer({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return <p className="sticky top-2 z-10"><a className="tag font-bold" href="#troubles">{t("session.mend.troublesCount", { number: count })}</a></p>;
}

/** A card that was dealt with takes its button along: whoever pressed it stays where the cards are. */
function useFocusKept(count: number) {
  const region = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  // Focus is the browser's, outside of React.
  useEffect(() => {
    if (count < before.current && (document.activeElement === document.body || document.activeElement === null)) region.current?.focus();
    before.current = count;
  }, [count]);
  return region;
}

function Held({ held: { document: about, memberId, name, difference } }: { readonly held: HeldDeletion }) {
  const { t } = useTranslation();
  const fields = { documentId: about.id, memberId };
  const nothing = difference.gone.length + difference.changed.length === 0;
  return (
    <Notice tone="warn">
      <h2 className="text-xl">{t("session.mend.held.title", { name })}</h2>
      <p><strong><DocumentName document={about} /></strong>{difference.gone.length > 0 ? <> · {t("session.mend.held.of", { number: difference.gone.length, all: difference.stood })}</> : null}</p>
      <p>{nothing ? t("session.mend.held.nothing") : t("session.mend.held.hint", { name })}</p>
      {nothing ? null : <details open><summary>{t("session.mend.held.words")}</summary><DifferenceView difference={difference} /></details>}
      <div className="row">
        <Act intent="keepWords" fields={fields} look="main">{t("session.mend.held.keep")}</Act>
        <Act intent="letHappen" fields={fields} look="danger">{t("session.mend.held.letHappen")}</Act>
      </div>
    </Notice>
  );
}

function Aside({ aside }: Pick<Troubles, "aside">) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn">
      <h2 className="text-xl">{t("session.mend.aside.title")}</h2>
      <ul className="words-list">
        {aside.map(({ document: about, count }) => <li key={about.id}><strong><DocumentName document={about} /></strong> · {t("session.mend.aside.count", { number: count })}</li>)}
      </ul>
      <p>{t("session.mend.aside.body")}</p>
      <p>{t("session.mend.aside.what")}</p>
      <Act intent="asideSeen">{t("session.mend.aside.seen")}</Act>
    </Notice>
  );
}

function NearlyFull({ nearlyFull }: Pick<Troubles, "nearlyFull">) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn">
      <h2 className="text-xl">{t("session.mend.nearlyFull.title")}</h2>
      <ul className="words-list">
        {nearlyFull.map((about) => <li key={about.id}><strong><DocumentName document={about} /></strong></li>)}
      </ul>
      <p>{t("session.mend.nearlyFull.body")}</p>
      <p>{t("session.mend.nearlyFull.what")}</p>
    </Notice>
  );
}

function DiskFull() {
  const { t } = useTranslation();
  return (
    <Notice tone="problem">
      <h2 className="text-xl">{t("session.mend.disk.title")}</h2>
      <p>{t("session.mend.disk.body")}</p>
      <p>{t("session.mend.disk.what")}</p>
    </Notice>
  );
}
