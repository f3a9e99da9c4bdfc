import type { ConformanceOperation } from "./operations/operation.js";
import { registry } from "./operations/registry.js";

/**
 * Every operation that vectors use: name, area, meaning in two languages, named inputs, and the function whose documentation gives
 * formula, units, ranges and edge cases.
 *
 * @returns one entry an operation, area by area
 * @example
 * ```ts
 * const operation = conformanceOperations().find(({ name }) => name === "compare-scores");
 * operation?.inputs; // => ["before", "after", "definition"]
 * operation?.documentedAs; // => { package: "scores", function: "compareScores" }
 * ```
 */
export function conformanceOperations(): readonly ConformanceOperation[] {
  return [...registry.values()].map(({ name, area, title, inputs, options, documentedAs }) => ({
    name,
    area,
    title,
    inputs,
    options,
    documentedAs,
  }));
}
