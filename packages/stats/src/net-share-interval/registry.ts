import { adjustedWald } from "./adjusted-wald.js";
import { bootstrap } from "./bootstrap.js";
import { dirichlet } from "./dirichlet.js";
import type { NetShareMethod } from "./net-share-method.js";
import { score } from "./score.js";
import { t } from "./t.js";
import { wald } from "./wald.js";

/**
 * Every method of `netShareInterval`, with title, source, formula (LaTeX) and edge cases for a catalogue page.
 *
 * @example
 * ```ts
 * netShareIntervalMethods.map((method) => method.id)[1]; // => "nps-adjusted-wald"
 * ```
 */
export const netShareIntervalMethods: readonly NetShareMethod[] = [
  score,
  adjustedWald,
  wald,
  t,
  bootstrap,
  dirichlet,
];
