import { CxMetricsError, describeValue, isCxMetricsError } from "@cxmetrics/definition";
import type { ConformanceAnswer, ConformanceRequest } from "./answer.js";
import type { ConformanceReport } from "./conformance-report.js";
import type { ConformanceVectors } from "./conformance-vectors.js";
import { judgeChecked } from "./judge-answer.js";
import { parseConformanceVectors } from "./parse-conformance-vectors.js";
import { notAFunction, unknownOperation } from "./problems.js";
import { requestOf } from "./request-of.js";
import { summariseVerdicts } from "./summarise-verdicts.js";

/** An implementation in this process: answers an operation, or throws an error with a `code`. */
export type ConformanceImplementation = (
  operation: string,
  input: Readonly<Record<string, unknown>>,
) => unknown;

/**
 * Puts every vector of an area to an implementation and judges the answers.
 *
 * Outputs are compared as JSON carries them: typed arrays and members that are `undefined` go through `JSON.stringify` first, and a number
 * that is not finite is a fault, not a `null`. An implementation that throws something without a `code` is at fault for that vector alone.
 *
 * @param vectors the vectors of one area, checked here
 * @param implementation what is tested; `referenceImplementation` is ours
 * @returns counts and one verdict a vector
 * @throws `CxMetricsError` of `parseConformanceVectors` when the vectors are malformed, `conformance.not-a-function`
 * @example
 * ```ts
 * const vectors = {
 *   formatVersion: 1,
 *   area: "definitions",
 *   definitions: {},
 *   vectors: [
 *     {
 *       id: "sorted-keys",
 *       operation: "canonical-text",
 *       input: { value: { b: 1, a: 2 } },
 *       expect: [{ path: "", value: '{"a":2,"b":1}' }],
 *       basis: "by-hand",
 *       source: "RFC 8785, section 3.2.3",
 *     },
 *   ],
 * } as const;
 * runConformance(vectors, referenceImplementation).conforms; // => true
 * runConformance(vectors, () => "{}").verdicts[0]?.verdict; // => "failed"
 * ```
 */
export function runConformance(
  vectors: ConformanceVectors,
  implementation: ConformanceImplementation,
): ConformanceReport {
  const document = parseConformanceVectors(vectors);
  if (typeof implementation !== "function")
    throw new CxMetricsError(notAFunction, {
      path: ["implementation"],
      values: { found: describeValue(implementation) },
    });
  return summariseVerdicts(
    document.area,
    document.vectors.map((vector) => judgeChecked(vector, ask(implementation, requestOf(document, vector)))),
  );
}

function ask(
  implementation: ConformanceImplementation,
  { operation, input }: ConformanceRequest,
): ConformanceAnswer {
  try {
    return { output: asJson(implementation(operation, input)) };
  } catch (thrown) {
    if (thrown instanceof NotFinite)
      return { fault: "garbage", detail: "a number that is not finite, which JSON has no way to write" };
    if (isCxMetricsError(thrown) && thrown.code === unknownOperation.code)
      return { fault: "unsupported", detail: thrown.message };
    const { code, message } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as Readonly<
      Record<string, unknown>
    >;
    const said = typeof message === "string" ? message : String(thrown);
    return typeof code === "string"
      ? { error: { code, message: said } }
      : { fault: "crashed", detail: said.slice(0, 200) };
  }
}

/** A number that JSON cannot write. */
class NotFinite extends Error {}

function asJson(output: unknown): unknown {
  const text = JSON.stringify(output, (_key, value: unknown) => {
    if (typeof value === "number" && !Number.isFinite(value)) throw new NotFinite();
    return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as never) : value;
  });
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
