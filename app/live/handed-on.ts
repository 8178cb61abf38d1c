/** Other pages of the same browser must not go on showing a person's words once the device was handed on. */
import { clearShelf } from "./shelf.ts";

const CHANNEL = "ymholi-handed-on";

/** Wipes what this browser kept of the person, and sends their other open pages away. */
export function wipeDevice(): void {
  clearShelf();
  sessionStorage.clear();
  localStorage.clear();
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/**
 * Leaves this page, without a way back to it, when another page of this browser hands the device on, and loads it
 * anew when the browser had kept it as it was behind the back button. Answers its undoing.
 */
export function leaveWhenHandedOn(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => location.replace("/join");
  const shown = ({ persisted }: PageTransitionEvent) => void (persisted && location.reload());
  addEventListener("pageshow", shown);
  return () => {
    channel.close();
    removeEventListener("pageshow", shown);
  };
}
