import { ahpHierarchyMethod } from "./ahp-hierarchy.js";
import { ahpMethod } from "./ahp-weights.js";
import { bestWorstMethod } from "./best-worst-weights.js";
import { budgetAllocationMethod } from "./budget-allocation-weights.js";
import { coefficientOfVariationMethod } from "./coefficient-of-variation-weights.js";
import { combinedMethod } from "./combine-weights.js";
import { criticMethod } from "./critic-weights.js";
import { delphiMethod } from "./delphi-weights.js";
import { driverMethod } from "./driver-weights.js";
import { entropyMethod } from "./entropy-weights.js";
import { equalMethod } from "./equal-weights.js";
import { factorMethod } from "./factor-weights.js";
import { fixedMethod } from "./fixed-weights.js";
import { groupAhpMethod } from "./group-ahp-weights.js";
import { loadingMethod } from "./loading-weights.js";
import { merecMethod } from "./merec-weights.js";
import { pcaMethod } from "./pca-weights.js";
import { rankOrderMethod } from "./rank-order-weights.js";
import { standardDeviationMethod } from "./standard-deviation-weights.js";
import type { WeightMethod } from "./weight-method.js";

/** Names of the methods of weighting. */
export type WeightMethodName = keyof typeof methods;

const methods = {
  equal: equalMethod,
  fixed: fixedMethod,
  "rank-order": rankOrderMethod,
  "budget-allocation": budgetAllocationMethod,
  delphi: delphiMethod,
  ahp: ahpMethod,
  "group-ahp": groupAhpMethod,
  "ahp-hierarchy": ahpHierarchyMethod,
  "best-worst": bestWorstMethod,
  entropy: entropyMethod,
  critic: criticMethod,
  "standard-deviation": standardDeviationMethod,
  "coefficient-of-variation": coefficientOfVariationMethod,
  merec: merecMethod,
  pca: pcaMethod,
  factor: factorMethod,
  loadings: loadingMethod,
  driver: driverMethod,
  combined: combinedMethod,
} satisfies Record<string, WeightMethod>;

/**
 * Every method of weighting by name, with kind, titles, formula, source, edge cases, a worked example and the function itself.
 *
 * @example
 * ```ts
 * weightMethods.entropy.kind; // => "fit"
 * weightMethods.fixed.example.weights; // => [0.375, 0.625]
 * ```
 */
export const weightMethods: Readonly<Record<WeightMethodName, WeightMethod>> = Object.freeze(methods);
