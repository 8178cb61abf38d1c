import fc from "fast-check";
import { expect, test } from "vitest";

import { consentText } from "./consent.ts";
import { newReturnCode, readReturnCode, shownReturnCode } from "./return-code.ts";

test("a return code has twelve signs, none of them a vowel of either language or easily mistaken", () => {
  fc.assert(fc.property(fc.infiniteStream(fc.nat(255)), (bytes) => {
    expect(newReturnCode(() => bytes.next().value)).toMatch(/^[2-9CDFGHJKMNPQRTVX]{12}$/);
  }), { seed: 2026 });
});

test("a return code is read in small letters, with any spaces and hyphens", () => {
  expect(readReturnCode(" 7kq4-mxpd 2rth ")).toBe("7KQ4MXPD2RTH");
  expect(readReturnCode(shownReturnCode("7KQ4MXPD2RTH"))).toBe("7KQ4MXPD2RTH");
});

test.each(["", "7KQ4MXPD2RT", "7KQ4MXPD2RTHH", "7KQ4MXPD2RTO", "7KQ4MXPD2RT1"])("%j is no return code", (typed) => {
  expect(readReturnCode(typed)).toBeNull();
});

test("what people agree to says the same matters in both languages, sentence for sentence", () => {
  const outline = (language: "en" | "cy") => consentText[language].map(({ key, sentences }) => [key, sentences.length]);
  expect(outline("cy")).toEqual(outline("en"));
});
