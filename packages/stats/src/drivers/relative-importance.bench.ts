import { bench, describe } from "vitest";
import { relativeImportance } from "./relative-importance.js";

const rows = 2000;
const size = 15;
// A linear congruential sequence, so that every run sees the same rows.
let state = 1;
const next = () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return state / 0x7fffffff;
};
const mood = Float64Array.from({ length: rows }, next);
const predictors = Array.from({ length: size }, (_, index) => ({
  name: `attribute ${index + 1}`,
  values: mood.map((shared) => shared + next()),
}));
const outcome = mood.map((shared, row) => shared + next() + (predictors[3]?.values[row] ?? 0));
const options = { iterations: 10, time: 0, warmupIterations: 2, warmupTime: 0 };

describe("key drivers, 15 predictors, 2000 rows", () => {
  bench(
    "johnson",
    () => void relativeImportance({ predictors, outcome, method: "johnson", missing: "listwise" }),
    options,
  );
  bench(
    "lmg over all 32768 subsets",
    () => void relativeImportance({ predictors, outcome, method: "lmg", missing: "listwise" }),
    options,
  );
  const sample = { permutations: 1000, seed: 1 };
  bench(
    "lmg over 1000 orders",
    () => void relativeImportance({ predictors, outcome, method: "lmg", missing: "listwise", sample }),
    options,
  );
});
