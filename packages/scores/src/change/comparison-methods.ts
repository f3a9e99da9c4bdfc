import { adjustedWald } from "./methods/adjusted-wald.js";
import type { ComparisonMethod } from "./methods/comparison-method.js";
import { mover } from "./methods/mover.js";
import { newcombe } from "./methods/newcombe.js";
import { permutation } from "./methods/permutation.js";
import { unpooledZ } from "./methods/unpooled-z.js";
import { welch } from "./methods/welch.js";

/**
 * Every method of `compareScores`, with title, source, formula (LaTeX), edge cases and the statistics it fits. The first is the
 * default.
 *
 * @example
 * ```ts
 * const forNps = comparisonMethods.filter((method) => method.fits.includes("net-share"));
 * forNps.map((method) => method.id); // => ["unpooled-z", "adjusted-wald", "mover", "permutation"]
 * ```
 */
export const comparisonMethods: readonly ComparisonMethod[] = [
  unpooledZ,
  adjustedWald,
  mover,
  permutation,
  newcombe,
  welch,
];
