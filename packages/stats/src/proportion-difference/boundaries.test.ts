import { expect, test } from "vitest";
import { fisherExact } from "../two-by-two/fisher-exact.js";
import { twoByTwoTable } from "../two-by-two/two-by-two-table.js";
import { compareProportions } from "./compare-proportions.js";

test("no trials on either side is no comparison", () => {
  const none = { successes: 0, trials: 0 };
  const some = { successes: 3, trials: 9 };
  expect(compareProportions(some, none)).toMatchObject({ reason: "no-trials" });
});

test("the level reaches the odds ratio of Fisher's test", () => {
  const table = { a: { successes: 3, trials: 9 }, b: { successes: 8, trials: 11 } };
  const found = compareProportions(table.a, table.b, { level: 0.8 });
  if (found.status !== "ok") throw new Error(found.reason);
  expect(found.tests.fisher).toEqual(fisherExact(twoByTwoTable(table), { level: 0.8 }));
  expect(found.tests.fisher).not.toEqual(fisherExact(twoByTwoTable(table)));
});

test("equal shares differ by 0, not by −0", () => {
  const half = { successes: 1, trials: 2 };
  const found = compareProportions(half, { successes: 0.5, trials: 1 });
  expect(found.status === "ok" && Object.is(found.difference, 0)).toBe(true);
});
