import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluatePanel } from "../panels/evaluate-panel.js";
import { ahpHierarchy } from "./ahp-hierarchy.js";
import { ahpWeights } from "./ahp-weights.js";
import { bestWorstWeights } from "./best-worst-weights.js";
import { budgetAllocationWeights } from "./budget-allocation-weights.js";
import { coefficientOfVariationWeights } from "./coefficient-of-variation-weights.js";
import { combineWeights } from "./combine-weights.js";
import { criticWeights } from "./critic-weights.js";
import { delphiWeights } from "./delphi-weights.js";
import { entropyWeights } from "./entropy-weights.js";
import { factorWeights } from "./factor-weights.js";
import { groupAhpWeights } from "./group-ahp-weights.js";
import { merecWeights } from "./merec-weights.js";
import { pcaWeights } from "./pca-weights.js";
import { rankOrderWeights } from "./rank-order-weights.js";
import { standardDeviationWeights } from "./standard-deviation-weights.js";

/** Figures of fixtures/weights/weights.py (numpy, scipy, mpmath); tolerances stand in the file. */
const functions = {
  ahpHierarchy,
  ahpWeights,
  bestWorstWeights,
  budgetAllocationWeights,
  coefficientOfVariationWeights,
  combineWeights,
  criticWeights,
  delphiWeights,
  entropyWeights,
  evaluatePanel,
  factorWeights,
  groupAhpWeights,
  merecWeights,
  pcaWeights,
  rankOrderWeights,
  standardDeviationWeights,
};

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select: string;
  readonly expected: number | readonly number[];
  readonly tolerance: number;
}

const file = new URL("../../fixtures/ledger-weights.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: Vector[] };

describe("weights against numpy, scipy and mpmath", () => {
  test.each(vectors)("$id", ({ call, arguments: args, select, expected, tolerance }) => {
    const weigh = new Map(Object.entries(functions)).get(call) as (...args: unknown[]) => unknown;
    const result = JSON.parse(JSON.stringify(weigh(...args)));
    const actual = select
      .split(".")
      .reduce((inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key], result);
    const wanted = [expected].flat();
    const found = [actual].flat() as number[];
    expect(found).toHaveLength(wanted.length);
    for (const [index, value] of wanted.entries())
      expect(Math.abs((found[index] ?? Number.NaN) - value), `${found} for ${wanted}`).toBeLessThanOrEqual(
        tolerance * Math.abs(value),
      );
  });
});
