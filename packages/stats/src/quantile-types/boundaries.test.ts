import { expect, test } from "vitest";
import { quantile } from "../quantile.js";

test("a rank that is whole but for rounding is whole", () => {
  // 0.29 · 100 is 28.999999999999996 in floating point. By the definitions of Hyndman and Fan (1996) with np = 29: type 2
  // averages the 29th and the 30th value, type 1 and type 3 take the 29th.
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  const of = (type: 1 | 2 | 3) => {
    const found = quantile(values, 0.29, { type });
    return found.status === "ok" ? found.value : null;
  };
  expect([of(1), of(2)]).toEqual([29, 29.5]);
});
