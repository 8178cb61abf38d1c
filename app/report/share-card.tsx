import { useTranslation } from "react-i18next";

interface ShareCardProps {
  /** Null when it cannot be worked out any more. */
  readonly link: string | null;
  readonly sessionId: string;
}

/** For the team: the link to give to people, and the way to everything that was kept. */
export function ShareCard({ link, sessionId }: ShareCardProps) {
  const { t } = useTranslation();
  return (
    <section className="no-print card stack-tight" aria-labelledby="share">
      <h2 id="share">{t("report.share.title")}</h2>
      {link ? <><p>{t("report.share.body")}</p><p><a href={link}>{link}</a></p></> : <p>{t("report.share.lost")}</p>}
      <p><a href={`/sessions/${sessionId}/record`}>{t("report.share.record")}</a></p>
      <p><a href={`/sessions/${sessionId}/erase`}>{t("erasing.link")}</a></p>
    </section>
  );
}
