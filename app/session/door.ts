/** The way in, to be shown; there is none while the door is closed. */
export interface Door {
  readonly code: string;
  /** Where to type it, without "http://". */
  readonly address: string;
  /** QR code of the address with the code, as an SVG made on the server. */
  readonly qr: string;
}
