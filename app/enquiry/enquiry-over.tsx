import { Link } from "@remix-run/react";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";

/** Over a page's title: the enquiry it belongs to. */
export function EnquiryOver({ enquiry }: { readonly enquiry: { readonly id: string; readonly title: Bilingual } }) {
  return <Link to={`/enquiries/${enquiry.id}`}><Translated words={enquiry.title} /></Link>;
}
