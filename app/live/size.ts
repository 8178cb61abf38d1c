/** Bytes of a shared document, encoded, from which the desk is told that not much room is left: half of what it may hold. */
export const NEARLY_FULL_BYTES = 1024 * 1024;
