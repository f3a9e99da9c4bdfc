import { CxMetricsError, didYouMean, expectRecord } from "@cxmetrics/definition";
import { registry } from "./operations/registry.js";
import { unknownOperation } from "./problems.js";

/**
 * Our own implementation of the operations: each is a function of `@cxmetrics/definition`, `scores`, `stats`, `index-model` or `funnel`.
 *
 * @param operation name of the operation
 * @param input its named inputs
 * @returns what the function returns
 * @throws `CxMetricsError` `conformance.unknown-operation`, and whatever the function refuses its input with
 * @example
 * ```ts
 * referenceImplementation("kano-category", { functional: 2, dysfunctional: 5 }); // => "must-be"
 * ```
 */
export function referenceImplementation(
  operation: string,
  input: Readonly<Record<string, unknown>>,
): unknown {
  const found = registry.get(operation);
  if (!found)
    throw new CxMetricsError(unknownOperation, {
      path: ["operation"],
      values: { found: String(operation), hint: didYouMean(String(operation), [...registry.keys()]) },
    });
  const keys = typeof input === "object" && input !== null ? Object.keys(input) : [];
  return found.call(expectRecord(input, ["input"], [], keys));
}
