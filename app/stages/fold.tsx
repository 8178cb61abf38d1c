/**
 * A fold beside the work of a stage, whose content a phone fetches when it is first opened. The server writes the
 * content at once, so that it reads and posts without a script, and while the page wakes.
 */
import { lazy, useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { wordsOfParts } from "#app/language/words-of-parts.ts";
import { Button } from "#app/ui/button.tsx";

/** What stands in public/keep-words.js, and is on every page. */
declare global {
  interface Window {
    readonly ymholiWords?: {
      readonly take: (within: Element) => object;
      readonly give: (within: Element, kept: object) => void;
      /** What was typed in this box before React took it over, and where the caret was; once, and undefined when nothing was. */
      readonly early: (box: HTMLTextAreaElement) => { readonly text: string; readonly caret: number } | undefined;
    };
  }
}

type View<Given> = (given: Given) => ReactNode;

/** A view that is fetched with its words (app/language/en/<name>.ts). */
export interface Part<Given> {
  readonly OnServer: View<Given>;
  readonly fetch: () => Promise<View<Given>>;
}

export function partOf<Given extends object>(fetchView: () => Promise<View<Given>>, words: readonly string[]): Part<Given> {
  const fetch = async () => (await Promise.all([fetchView(), wordsOfParts(words)]))[0];
  // What is lazy may be anything; what comes of it is what was asked for.
  return { fetch, OnServer: lazy(async () => ({ default: await fetch() })) as unknown as View<Given> };
}

/** Told to every content. */
export interface Folded {
  readonly isOpen: boolean;
}

interface FoldProps<Given> {
  /** The stage it stands beside: what the server wrote at one is not shown at the next. */
  readonly stageId: string;
  readonly summary: ReactNode;
  readonly part: Part<Given & Folded>;
  readonly given: Given;
  /** Stands there until the content has come, when that is not the content itself as the server writes it. */
  readonly before?: ReactNode;
}

export function Fold<Given extends object>({ stageId, summary, part, given, before }: FoldProps<Given>) {
  const details = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const { View, coming, again } = useOnOpening(part, isOpen, content);
  // An effect because a fold that was opened before the page was awake has told nobody.
  useEffect(() => setOpen(details.current?.open ?? false), []);
  return (
    <details ref={details} className="card py-2" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="font-bold">{summary}</summary>
      <Coming is={coming} again={again} />
      {View ? <div ref={content}><View {...given} isOpen={isOpen} /></div> : before ?? <AsWritten key={stageId} content={content} OnServer={part.OnServer} given={{ ...given, isOpen }} />}
    </details>
  );
}

/** What the server wrote stays as it is: React neither draws nor wakes it. A page that draws a fold itself leaves it empty. */
function AsWritten<Given extends object>({ content, OnServer, given }: { readonly content: RefObject<HTMLDivElement>; readonly OnServer: View<Given>; readonly given: Given }) {
  if (typeof document === "undefined") return <div data-as-written=""><OnServer {...given} /></div>;
  return <div ref={content} data-as-written="" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />;
}

type State = "still" | "coming" | "away";

/** Said politely: that it is on its way, where nothing stands yet; and that it could not be fetched. */
function Coming({ is, again }: { readonly is: State; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {is === "coming" ? <p className="aside py-2">{t("stages.fold.coming")}</p> : null}
      {is === "away" ? <p className="row py-2">{t("stages.fold.away")} <Button type="button" look="quiet" onClick={again}>{t("common.wrong.broken.again")}</Button></p> : null}
    </div>
  );
}

/** Fetches the content, and carries over what was typed before into what the server wrote. */
function useOnOpening<Given>(part: Part<Given>, isOpen: boolean, content: RefObject<HTMLDivElement>) {
  const [View, setView] = useState<View<Given> | null>(null);
  const [coming, setComing] = useState<State>("still");
  const kept = useRef<object | null>(null);
  const fetch = useCallback(async () => {
    setComing(content.current?.hasChildNodes() ? "still" : "coming");
    // A line that is down, or a new version of Ymholi that no longer has this file.
    const view = await part.fetch().catch(() => null);
    setComing(view ? "still" : "away");
    if (!view) return;
    kept.current = content.current && (window.ymholiWords?.take(content.current) ?? null);
    setView(() => view);
  }, [part, content]);
  // An effect because what opens a fold is the browser.
  useEffect(() => { if (isOpen && !View) void fetch(); }, [isOpen, View, fetch]);
  // An effect because the boxes must stand.
  useEffect(() => { if (View && kept.current && content.current) window.ymholiWords?.give(content.current, kept.current); }, [View, content]);
  return { View, coming, again: () => void fetch() };
}
