import type { AdjustmentMethod } from "./adjustment-method.js";
import { benjaminiHochberg } from "./benjamini-hochberg.js";
import { benjaminiYekutieli } from "./benjamini-yekutieli.js";
import { bonferroni } from "./bonferroni.js";
import { hochberg } from "./hochberg.js";
import { holm } from "./holm.js";

/**
 * Every method of `adjustPValues`, with title, source, formula (LaTeX) and conditions for a catalogue page.
 *
 * @example
 * ```ts
 * adjustmentMethods.map((method) => method.id); // => ["holm", "hochberg", "bonferroni", "bh", "by"]
 * ```
 */
export const adjustmentMethods: readonly AdjustmentMethod[] = [
  holm,
  hochberg,
  bonferroni,
  benjaminiHochberg,
  benjaminiYekutieli,
];
