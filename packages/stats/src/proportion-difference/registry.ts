import { agrestiCaffo } from "./agresti-caffo.js";
import { miettinenNurminen } from "./miettinen-nurminen.js";
import { newcombe } from "./newcombe.js";
import type { ProportionDifferenceMethod } from "./proportion-difference-method.js";
import { wald } from "./wald.js";

/**
 * Every interval method of `compareProportions`, with title, source, formula (LaTeX) and edge cases for a catalogue page.
 *
 * @example
 * ```ts
 * proportionDifferenceMethods.map((method) => method.id); // => ["newcombe", "agresti-caffo", "miettinen-nurminen", "wald"]
 * ```
 */
export const proportionDifferenceMethods: readonly ProportionDifferenceMethod[] = [
  newcombe,
  agrestiCaffo,
  miettinenNurminen,
  wald,
];
