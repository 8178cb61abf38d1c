import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { EvidenceBlock } from "./blocks.ts";
import type { Dropped } from "./dropped.ts";
import { EvidenceFacts } from "./evidence-card.tsx";
import type { EvidenceFactsOf } from "./facts.ts";
import { EvidenceText } from "./evidence-text.tsx";
import { WhatWasDropped } from "./what-was-dropped.tsx";

interface ItemPageProps {
  readonly shown: EvidenceFactsOf & { readonly number: number; readonly blocks: readonly EvidenceBlock[] };
  readonly isNewest: boolean;
  /** Whether a session may use the newest version. */
  readonly usable: boolean;
  readonly versions: readonly { readonly number: number; readonly date: string }[];
  /** What saving left out; null when nothing was just saved. */
  readonly dropped: Dropped | null;
  /** Of this item. */
  readonly address: string;
}

/** One version of an evidence item: what is known of it, its words, and its other versions. */
export function ItemPage({ shown, isNewest, usable, versions, dropped, address }: ItemPageProps) {
  const { t } = useTranslation();
  return (
    <>
      {dropped ? <Notice announce><p><strong>{t("evidence.item.saved")}</strong></p><WhatWasDropped dropped={dropped} /></Notice> : null}
      {usable ? null : (
        <Notice tone="warn">
          <h2>{t("evidence.item.unusableTitle")}</h2>
          <p>{t("evidence.item.unusable")}</p>
          <ButtonLink to={`${address}/correct`}>{t("evidence.item.unusableDo")}</ButtonLink>
        </Notice>
      )}
      {isNewest ? null : <Notice><p>{t("evidence.item.older")} <Link to={address}>{t("evidence.item.seeNewest")}</Link></p></Notice>}
      <div className="card"><EvidenceFacts item={shown} /></div>
      <EvidenceText blocks={shown.blocks} language={shown.language} topLevel={2} />
      {isNewest && usable ? <ButtonLink to={`${address}/correct`} look="quiet">{t("evidence.item.correct")}</ButtonLink> : null}
      <Versions versions={versions} shown={shown.number} address={address} />
    </>
  );
}

function Versions({ versions, shown, address }: Pick<ItemPageProps, "versions" | "address"> & { readonly shown: number }) {
  const { t } = useTranslation();
  if (versions.length < 2) return null;
  return (
    <section className="stack-tight">
      <h2>{t("evidence.item.versions")}</h2>
      <ul className="plain-list">
        {versions.map(({ number, date }) => {
          const name = t("evidence.item.versionOf", { number, date });
          return <li key={number}>{number === shown ? <>{name} ({t("evidence.item.shown")})</> : <Link to={`${address}?version=${number}`}>{name}</Link>}</li>;
        })}
      </ul>
    </section>
  );
}
