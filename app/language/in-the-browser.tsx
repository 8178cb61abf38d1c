/** Stands in react-i18next's place in the browser (vite.config.ts), so that a phone need not fetch it. */
import { createContext, useContext } from "react";

import type { Speaker } from "./speaker.ts";

const SpeakerContext = createContext<Speaker | null>(null);

export const SpeakerProvider = SpeakerContext.Provider;

/** As react-i18next's, whose types the pages are checked with. Throws outside of `SpeakerProvider`: that is a mistake of ours. */
export function useTranslation(): Speaker {
  const speaker = useContext(SpeakerContext);
  if (!speaker) throw new Error("There is nobody to say the words.");
  return speaker;
}
