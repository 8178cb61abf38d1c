import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError } from "@remix-run/react";
import { useContext, useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import "./app.css";
import { languageOf } from "./language/language.server.ts";
import { useLanguage } from "./language/use-language.ts";
import { NonceContext } from "./ui/nonce.tsx";
import { ButtonLink } from "./ui/button.tsx";
import { Page } from "./ui/page.tsx";

/** What a route may say of its page. */
export interface PageHandle {
  /** "still": sent without React's scripts. For pages that must be light and are plain forms (joining). */
  readonly still?: boolean;
  /** "room": the browser gets the room's words only, so links out of it must load a page whole. */
  readonly words?: "room";
  /** "bare": no header and footer (projector, printed sheets). */
  readonly bare?: boolean;
}

export const meta: MetaFunction = () => [{ title: "Ymholi" }];

/** The language changes by loading a page whole; asked for with every page's own data, this would put an error page in its place when a line breaks. */
export const shouldRevalidate = () => false;

export async function loader({ request }: LoaderFunctionArgs) {
  return { language: await languageOf(request) };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const language = useLanguage();
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  const still = handles.some((handle) => handle?.still);
  const bare = handles.some((handle) => handle?.bare);
  const words = handles.find((handle) => handle?.words)?.words;
  useReady();
  return (
    <html lang={language} data-still={still ? "" : undefined} data-words={words}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {bare ? null : <SiteHeader />}
        <main id="main" tabIndex={-1}>{children}</main>
        {bare ? null : <SiteFooter />}
        <script src="/keep-words.js" defer nonce={nonce} suppressHydrationWarning />
        {still ? null : <ScrollRestoration nonce={nonce} />}
        {still ? null : <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/** Says that React now listens: to keep-words.js, so that restored words reach its state, and to whoever waits for the page to be awake. */
function useReady(): void {
  useEffect(() => {
    document.documentElement.dataset["ready"] = "";
    window.dispatchEvent(new Event("ymholi:ready"));
  }, []);
}

export default function App() {
  return <Outlet />;
}

/** What pages say of statuses that are no fault of ours. */
const WRONG: Readonly<Record<number, "notFound" | "origin" | "away">> = { 403: "origin", 404: "notFound", 503: "away" };

export function ErrorBoundary() {
  const { t } = useTranslation();
  const error = useRouteError();
  const kind = (isRouteErrorResponse(error) && WRONG[error.status]) || "broken";
  return (
    <Page title={t(`common.wrong.${kind}.title`)}>
      <p className="lead">{t(`common.wrong.${kind}.body`)}</p>
      <ButtonLink to="/" reloadDocument>{t("common.wrong.notFound.home")}</ButtonLink>
    </Page>
  );
}

function SiteHeader() {
  const { t } = useTranslation();
  return (
    <header className="site border-b border-line bg-surface">
      <a className="skip" href="#main">{t("common.skip")}</a>
      <div className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-4 py-2 sm:px-6">
        <a href="/" className="text-2xl font-bold no-underline text-ink">{t("common.name")}</a>
        <LanguageSwitch />
      </div>
    </header>
  );
}

/** A form, so that it needs no script; keep-words.js carries unsaved words over the reload. */
function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === "en" ? "cy" : "en";
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language" data-language-switch="">
      <input type="hidden" name="to" value={pathname + search} />
      <button type="submit" name="language" value={other} lang={other} className="button" data-look="quiet">{t("common.switchTo")}</button>
    </form>
  );
}

function SiteFooter() {
  const { t } = useTranslation();
  return (
    <footer className="site mt-16 border-t border-line">
      <nav aria-label={t("common.name")} className="mx-auto flex w-full max-w-6xl flex-wrap gap-x-6 gap-y-2 px-4 py-6 sm:px-6">
        <a href="/about">{t("common.footer.about")}</a>
        <a href="/privacy">{t("common.footer.privacy")}</a>
        <a href="/accessibility">{t("common.footer.accessibility")}</a>
      </nav>
    </footer>
  );
}
