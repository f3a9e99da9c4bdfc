import type { RelativeImportanceMethod } from "./importance-method.js";
import { johnson } from "./johnson.js";
import { lmg } from "./lmg.js";
import { pratt } from "./pratt.js";

/**
 * Every method of `relativeImportance`, with title, source, formula (LaTeX) and edge cases for a catalogue page.
 *
 * @example
 * ```ts
 * relativeImportanceMethods.map((method) => method.id); // => ["lmg", "johnson", "pratt"]
 * ```
 */
export const relativeImportanceMethods: readonly RelativeImportanceMethod[] = [lmg, johnson, pratt];
