import { basic } from "./basic.js";
import { bca } from "./bca.js";
import type { BootstrapMethod } from "./bootstrap-method.js";
import { percentile } from "./percentile.js";

/**
 * Every method of `bootstrapInterval`, with title, source, formula (LaTeX) and edge cases for a catalogue page.
 *
 * @example
 * ```ts
 * bootstrapIntervalMethods.map((method) => method.id); // => ["percentile", "basic", "bca"]
 * ```
 */
export const bootstrapIntervalMethods: readonly BootstrapMethod[] = [percentile, basic, bca];
