import { useEffect, useLayoutEffect } from "react";

/** A layout effect; on the server, where nothing is laid out and React would complain, nothing. */
export const useAfterDrawing = typeof document === "undefined" ? useEffect : useLayoutEffect;
