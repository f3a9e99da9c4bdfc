import { CxMetricsError, expectText } from "@cxmetrics/definition";
import type { ConformanceRequest } from "./answer.js";
import type { ConformanceVector, ConformanceVectors } from "./conformance-vectors.js";
import { expectAnyRecord } from "./expect-vector.js";
import { unknownDefinition } from "./problems.js";

/**
 * The request that a vector stands for: its input with every `{ "$definition": "id@version" }` replaced by the document itself, so that an
 * implementation needs no catalogue of definitions.
 *
 * @param document the vectors, for their definitions
 * @param vector one of them
 * @returns id, operation and complete input
 * @throws `CxMetricsError` `conformance.unknown-definition` for a definition that the document does not hold, `document.wrong-type`
 * @example
 * ```ts
 * const nps = { formatVersion: 1, id: "nps", version: "1.0.0" };
 * const vector = { id: "a", operation: "estimate-score", input: { definition: { $definition: "nps@1.0.0" } } };
 * requestOf({ definitions: { "nps@1.0.0": nps } }, vector).input.definition; // => { formatVersion: 1, id: "nps", version: "1.0.0" }
 * ```
 */
export function requestOf(
  document: Pick<ConformanceVectors, "definitions">,
  vector: Pick<ConformanceVector, "id" | "operation" | "input">,
): ConformanceRequest {
  const definitions = expectAnyRecord(expectAnyRecord(document, ["document"])["definitions"], [
    "definitions",
  ]);
  const own = expectAnyRecord(vector, ["vector"]);
  const id = expectText(own["id"], ["vector", "id"]);
  const operation = expectText(own["operation"], ["vector", "operation"]);
  const input = Object.entries(expectAnyRecord(own["input"], ["vector", "input"])).map(
    ([name, value]): [string, unknown] => {
      const reference = referred(value);
      if (reference === undefined) return [name, value];
      if (!Object.hasOwn(definitions, reference))
        throw new CxMetricsError(unknownDefinition, {
          path: ["vectors", id, "input", name],
          values: { found: reference },
        });
      return [name, definitions[reference]];
    },
  );
  return { id, operation, input: Object.fromEntries(input) };
}

function referred(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "$definition")) return undefined;
  const { $definition: name } = value as { readonly $definition: unknown };
  return typeof name === "string" ? name : undefined;
}
