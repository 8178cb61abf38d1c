import { createContext } from "react";

/** The response's Content-Security-Policy nonce, on the server only; browsers hide it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);
