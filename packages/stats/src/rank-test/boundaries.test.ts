import { expect, test } from "vitest";
import { mannWhitney } from "./mann-whitney.js";

const run = (length: number, from: number) => Array.from({ length }, (_, index) => from + index);
const methodOf = (nA: number, nB: number) => {
  const found = mannWhitney(run(nA, 0), run(nB, 0.5));
  return found.status === "ok" && found.method;
};

test("exact where both samples have fewer than fifty values and no ties, as R's wilcox.test", () => {
  expect([methodOf(49, 49), methodOf(50, 3), methodOf(3, 50)]).toEqual(["exact", "asymptotic", "asymptotic"]);
});

test("either sample may be empty", () => {
  expect(mannWhitney([1], [])).toMatchObject({ reason: "no-observations" });
  expect(mannWhitney([], [1])).toMatchObject({ reason: "no-observations" });
});
