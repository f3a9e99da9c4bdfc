import fc from "fast-check";
import { expect, test } from "vitest";
import { expectNumber } from "./number.js";

test("finite numbers inside the range come back, all others are refused", () => {
  const range = { least: -2, most: 3 };
  fc.assert(
    fc.property(fc.double(), (value) => {
      if (value >= -2 && value <= 3) expect(expectNumber(value, [], range)).toBe(value);
      else expect(() => expectNumber(value, ["x"], range)).toThrow("a number from -2 to 3");
    }),
  );
  expect([expectNumber(-2, [], range), expectNumber(3, [], range)]).toEqual([-2, 3]);
});

test.each([undefined, null, "3", 3n, true, Number.NaN, Number.POSITIVE_INFINITY, [3], {}])(
  "refuses %s",
  (value) => {
    expect(() => expectNumber(value, ["n"])).toThrow(
      expect.objectContaining({ code: "document.wrong-type", path: ["n"] }),
    );
  },
);

test.each([
  [{ integer: true }, "a whole number", "此处应为整数，"],
  [{ least: 2 }, "a number of at least 2", "不小于 2 的数字"],
  [{ most: 1, integer: true }, "a whole number of at most 1", "不大于 1 的整数"],
  [{ least: 2, most: 9 }, "a number from 2 to 9", "2 到 9 之间的数字"],
])("says the range %j in words", (range, en, zh) => {
  expect(() => expectNumber(1.5, [], range)).toThrow(
    expect.objectContaining({
      message: `Expected ${en} here, found 1.5. Replace it.`,
      messages: expect.objectContaining({ zh: expect.stringContaining(zh) }),
    }),
  );
});
