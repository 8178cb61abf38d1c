import { expect, test } from "vitest";

import { begunAnew, fieldsOf } from "./beginning.ts";
import { building, lastWords } from "./templates/community.ts";

test("a stage that is to be something else begins with the words of that, but for what somebody typed", () => {
  const [before, after] = [fieldsOf(building(20)), fieldsOf(lastWords(8))];
  expect(begunAnew(before, before, after)).toEqual(after);
  expect(begunAnew({ ...before, minutes: "45", "prompt.cy": "Siaradwch." }, before, after)).toEqual({ "name.en": "Last words", "name.cy": "Geiriau olaf", "prompt.en": after["prompt.en"] });
});
