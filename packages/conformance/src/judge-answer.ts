import { type ConformanceAnswer, unsupportedOperation } from "./answer.js";
import type { ConformanceFinding, ConformanceVerdict } from "./conformance-report.js";
import type { ConformanceVector, Expectation, Tolerance } from "./conformance-vectors.js";
import { expectAnswer } from "./expect-answer.js";
import { expectVector } from "./expect-vector.js";
import { pointTo } from "./json-pointer.js";

/**
 * Holds one answer against its vector.
 *
 * A number passes when it lies within the larger of the absolute and the relative tolerance, equal when there is none; everything else must
 * be equal, lists in their length too. An output where a refusal is due fails, and the other way round. An output that holds a number which
 * JSON has no way to write (not finite) fails where it stands.
 *
 * @param vector question and expected answer
 * @param answer what the implementation said
 * @returns the verdict, with every value that is not as expected
 * @throws `CxMetricsError` of `parseConformanceVectors` for a malformed vector, `document.wrong-type` for what is no answer
 * @example
 * ```ts
 * const vector = {
 *   id: "a",
 *   operation: "mean",
 *   input: {},
 *   expect: [{ path: "/value", value: 2.5, tolerance: { relative: 1e-9 } }],
 *   basis: "by-hand",
 *   source: "arithmetic",
 * } as const;
 * judgeAnswer(vector, { output: { value: 2.5 } }).verdict; // => "passed"
 * judgeAnswer(vector, { output: { value: 3 } }).findings[0]?.difference; // => 0.5
 * ```
 */
export function judgeAnswer(vector: ConformanceVector, answer: ConformanceAnswer): ConformanceVerdict {
  return judgeChecked(expectVector(vector, ["vector"]), expectAnswer(answer));
}

/** The same for a vector and an answer that were checked. */
export function judgeChecked(vector: ConformanceVector, answer: ConformanceAnswer): ConformanceVerdict {
  const { id, operation, basis } = vector;
  const head = { id, operation, basis };
  if ("fault" in answer) {
    const fault = { kind: answer.fault, detail: answer.detail };
    return {
      ...head,
      verdict: answer.fault === "unsupported" ? "unsupported" : "faulted",
      findings: [],
      fault,
    };
  }
  if ("error" in answer && answer.error.code === unsupportedOperation) {
    const fault = { kind: "unsupported", detail: answer.error.message ?? "" } as const;
    return { ...head, verdict: "unsupported", findings: [], fault };
  }
  const findings = "error" in answer ? judgeError(vector, answer.error) : judgeOutput(vector, answer.output);
  return { ...head, verdict: findings.length === 0 ? "passed" : "failed", findings };
}

function judgeError(
  { refuse }: ConformanceVector,
  error: { readonly code: string; readonly message?: string },
): readonly ConformanceFinding[] {
  if (refuse?.code === error.code) return [];
  return [{ path: "", expected: refuse ? { error: { code: refuse.code } } : "an output", actual: { error } }];
}

function judgeOutput(
  { refuse, expect = [] }: ConformanceVector,
  output: unknown,
): readonly ConformanceFinding[] {
  if (refuse) return [{ path: "", expected: { error: { code: refuse.code } }, actual: output }];
  return expect.flatMap((expectation) => judgeValue(expectation, output));
}

function judgeValue({ path, value, tolerance }: Expectation, output: unknown): readonly ConformanceFinding[] {
  const pointed = pointTo(output, path);
  return pointed.found ? compare(path, value, pointed.value, tolerance) : [{ path, expected: value }];
}

function compare(
  path: string,
  expected: unknown,
  actual: unknown,
  tolerance: Tolerance | undefined,
): readonly ConformanceFinding[] {
  if (typeof expected === "number" && typeof actual === "number") {
    const allowed = Math.max(tolerance?.absolute ?? 0, (tolerance?.relative ?? 0) * Math.abs(expected));
    const difference = Math.abs(actual - expected);
    if (difference <= allowed) return [];
    return [
      Number.isFinite(difference)
        ? { path, expected, actual, difference, allowed }
        : { path, expected, actual: String(actual) },
    ];
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length)
    return expected.flatMap((member, index) => compare(`${path}/${index}`, member, actual[index], tolerance));
  if (isEmptyObject(expected) && isEmptyObject(actual)) return [];
  if (expected === actual) return [];
  return [actual === undefined ? { path, expected } : { path, expected, actual }];
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}
