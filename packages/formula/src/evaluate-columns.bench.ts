import { bench, describe } from "vitest";
import type { Column } from "./column.js";
import { columnFrom } from "./column-from.js";
import { evaluateColumns } from "./evaluate-columns.js";
import type { PowerMean } from "./expression.js";
import { inputsOf } from "./inputs-of.js";

const rows = 100_000;
const leaves = 60;

/** Five dimensions of twelve indicators each, weighted: the shape of a questionnaire index. */
const tree: PowerMean = {
  op: "power-mean",
  exponent: 1,
  weights: [0.3, 0.25, 0.2, 0.15, 0.1],
  of: Array.from({ length: 5 }, (_, d) => ({
    op: "power-mean" as const,
    exponent: 1,
    weights: Array.from({ length: leaves / 5 }, (_, i) => i + 1),
    of: Array.from({ length: leaves / 5 }, (_, i) => `x${d}_${i}`),
  })),
};

function table(missingEvery: number): Map<string, Column> {
  // A linear congruential sequence: the numbers only have to differ.
  let state = 1;
  return new Map(
    inputsOf(tree).map((name) => {
      const values = Array.from({ length: rows }, (_, row) => {
        state = (state * 48271) % 2147483647;
        return row % missingEvery === missingEvery - 1 ? null : state / 21474836.47;
      });
      return [name, columnFrom(values)];
    }),
  );
}

/** The same, with what is missing left out. */
const renormalised: PowerMean = {
  ...tree,
  missing: "renormalise",
  of: tree.of.map((part) => ({ ...(part as PowerMean), missing: "renormalise" })),
};

/** The same with the leaves capped and normalised, and gaps scattered over the cells. */
const scored: PowerMean = {
  ...tree,
  missing: "renormalise",
  of: tree.of.map((part) => ({
    ...(part as PowerMean),
    missing: "renormalise",
    minimumAvailable: "1/2",
    of: (part as PowerMean).of.map((name) => ({
      op: "multiply",
      of: [
        100,
        {
          op: "divide",
          of: [
            { op: "subtract", of: [{ op: "clamp", of: [name], lower: 10, upper: 90 }, 10] },
            { op: "subtract", of: [90, 10] },
          ],
        },
      ],
    })),
  })),
};

const complete = table(rows + 1);
const gappy = table(10);
const scattered = new Map(
  [...complete].map(([name, { values }], k) => [
    name,
    columnFrom(Array.from(values, (value, row) => ((row * 7 + k * 13) % 17 === 0 ? null : value))),
  ]),
);
const plain = [...complete.values()].map((column) => column.values);

describe(`weighted mean of ${leaves} columns × ${rows} rows in two levels`, () => {
  bench("plain loop that only sums the same columns", () => {
    const sums = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let k = 0; k < leaves; k += 1) sum += (plain[k] as Float64Array)[row] as number;
      sums[row] = sum;
    }
  });

  bench("evaluateColumns, complete", () => {
    evaluateColumns(tree, complete, rows);
  });

  bench("evaluateColumns, every tenth row missing", () => {
    evaluateColumns(tree, gappy, rows);
  });

  bench("evaluateColumns, gaps scattered and renormalised", () => {
    evaluateColumns(renormalised, scattered, rows);
  });

  bench("evaluateColumns, capped, normalised and renormalised, complete", () => {
    evaluateColumns(scored, complete, rows);
  });

  bench("evaluateColumns, capped, normalised and renormalised, gaps scattered", () => {
    evaluateColumns(scored, scattered, rows);
  });

  bench("evaluateColumns, geometric", () => {
    evaluateColumns({ ...tree, exponent: 0 }, complete, rows);
  });
});
