import { expect, test } from "vitest";
import { fisherExact } from "./fisher-exact.js";
import { mcNemar } from "./mc-nemar.js";
import { nMinusOneChiSquared } from "./n-minus-one-chi-squared.js";
import { pooledZTest } from "./pooled-z-test.js";

const none = { successes: 0, trials: 0 };
const some = { successes: 3, trials: 9 };

test("a side without trials has no proportion", () => {
  for (const of of [fisherExact, pooledZTest])
    for (const table of [
      { a: none, b: some },
      { a: some, b: none },
    ])
      expect(of(table)).toMatchObject({ reason: "no-trials" });
});

test("effective sizes of no more than one altogether leave N − 1 nothing", () => {
  const table = { a: { successes: 0.25, trials: 0.5 }, b: { successes: 0.1, trials: 0.5 } };
  expect(nMinusOneChiSquared(table)).toMatchObject({ reason: "no-variation" });
});

test("Fisher's test stops at ten million trials", () => {
  const table = (trials: number) => ({ a: { successes: 1, trials }, b: { successes: 2, trials: 5e6 } });
  expect(fisherExact(table(5e6)).status).toBe("ok");
  expect(fisherExact(table(5e6 + 1))).toMatchObject({ reason: "too-many-answers" });
  expect(fisherExact(table(1e10))).toMatchObject({ reason: "too-many-answers" });
});

test("McNemar: no changes, and changes that are not whole", () => {
  for (const method of ["asymptotic", "mid-p"] as const)
    expect(mcNemar({ onlyBefore: 0, onlyAfter: 0 }, { method }).status).toBe("not-computable");
  expect(mcNemar({ onlyBefore: 1.5, onlyAfter: 2 })).toMatchObject({ reason: "counts-not-whole" });
  expect(mcNemar({ onlyBefore: 2, onlyAfter: 1.5 })).toMatchObject({ reason: "counts-not-whole" });
});
