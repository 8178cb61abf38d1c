/** How much a form may send. Nobody needs a seat to send one, so this stands before everything that reads it. */
import type { NextFunction, Request, Response } from "express";

/** Bytes of a form: the longest piece of evidence, 400,000 characters, of which each may take nine. */
export const BODY_BYTES = 4 * 1024 * 1024;

/** Answers 413 to a longer body, and 411 to one that does not say its length: browsers always say it, and Node holds them to it. */
export function shortFormsOnly(req: Request, res: Response, next: NextFunction): void {
  if (req.headers["transfer-encoding"] !== undefined) return refuse(res, 411);
  if (Number(req.headers["content-length"] ?? 0) > BODY_BYTES) return refuse(res, 413);
  next();
}

function refuse(res: Response, status: 411 | 413): void {
  // What is still on its way is not read.
  res.status(status).set("Connection", "close").type("text/plain").send("This is longer than Ymholi can take in one go. Go back, make it shorter or divide it, and try once more.\n\nMae hwn yn hirach nag y gall Ymholi ei dderbyn ar y tro. Ewch yn ôl, cwtogwch neu rhannwch ef, a rhowch gynnig arall arni.\n");
}
