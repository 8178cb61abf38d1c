import { useLocation } from "@remix-run/react";
import { useEffect } from "react";

import { keepAsBefore } from "./or-as-before.ts";

/** Keeps what stands on this page, so that it can stay when nothing better can be had (or-as-before.ts). */
export function useAsBefore(data: unknown): void {
  const { pathname } = useLocation();
  // An effect because Remix asks for data outside of React.
  useEffect(() => keepAsBefore(pathname, data), [pathname, data]);
}
