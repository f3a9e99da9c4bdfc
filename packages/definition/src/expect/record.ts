import { CxMetricsError, type ProblemPath } from "../cx-metrics-error.js";
import { describeValue } from "../describe-value.js";
import { didYouMean } from "../did-you-mean.js";
import { isPlainRecord } from "../plain-record.js";
import { inside } from "../problem-path.js";
import { missingKey, unknownKey, wrongType } from "../problems.js";

/**
 * Expects an object with the required keys, maybe the optional ones, and no others. A key whose value is `undefined` counts
 * as left out.
 *
 * @param value what stands in the document
 * @param path where it stands
 * @param required keys that must be there
 * @param optional keys that may be there
 * @returns the same object
 * @throws `CxMetricsError` `document.wrong-type`, `document.unknown-key` (with the nearest name), `document.missing-key`
 * @example
 * ```ts
 * expectRecord({ event: "login" }, ["steps", 0], ["event"], ["title"]).event; // => "login"
 * ```
 */
export function expectRecord(
  value: unknown,
  path: ProblemPath,
  required: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const record = expectPlainRecord(value, path);
  const allowed = [...listed(required), ...listed(optional)];
  for (const key of Object.keys(record)) {
    if (allowed.includes(key)) continue;
    throw new CxMetricsError(unknownKey, {
      path: inside(path, key),
      values: { key: shortened(key), hint: didYouMean(key, allowed), allowed: allowed.join(", ") },
    });
  }
  for (const key of listed(required))
    if (!Object.hasOwn(record, key) || record[key] === undefined)
      throw new CxMetricsError(missingKey, { path: inside(path, key), values: { key } });
  return record;
}

/** A caller without types may pass something else. */
function listed(names: readonly string[]): readonly string[] {
  return Array.isArray(names) ? names : [];
}

/** Expects an object as JSON knows it, whatever its keys. */
export function expectPlainRecord(value: unknown, path: ProblemPath): Readonly<Record<string, unknown>> {
  if (isPlainRecord(value)) return value;
  throw new CxMetricsError(wrongType, {
    path,
    values: { expected: { en: "a plain object", zh: "普通对象" }, found: describeValue(value) },
  });
}

function shortened(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key;
}
