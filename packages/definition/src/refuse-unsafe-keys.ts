import { CxMetricsError, type ProblemPath } from "./cx-metrics-error.js";
import { deepest } from "./document-limits.js";
import { inside } from "./problem-path.js";
import { notPlainData, tooDeep, unsafeKey } from "./problems.js";

const unsafe = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Refuses keys that could reach an object's prototype (`__proto__`, `constructor`, `prototype`) at any depth of untrusted
 * data, and nesting beyond 64 levels. Run it before anything else looks at the data.
 *
 * @param value anything that came from outside; numbers, texts and typed arrays pass
 * @param path where the value stands, for the message
 * @throws `CxMetricsError` `document.unsafe-key`; `document.too-deep`, also for data that contains itself;
 * `document.not-plain-data` for a getter or proxy that throws
 * @example
 * ```ts
 * const verdict = (text: string) => {
 *   try {
 *     refuseUnsafeKeys(JSON.parse(text));
 *     return "safe";
 *   } catch (thrown) {
 *     return (thrown as CxMetricsError).path;
 *   }
 * };
 * verdict('{ "steps": [{ "event": "login" }] }'); // => "safe"
 * verdict('{ "steps": [{ "__proto__": {} }] }'); // => ["steps", 0, "__proto__"]
 * ```
 */
export function refuseUnsafeKeys(value: unknown, path: ProblemPath = []): void {
  walk(value, path, 0, new Map());
}

/** Visits an object again only where it stands deeper than before: shared parts must not multiply the work. */
function walk(value: unknown, path: ProblemPath, depth: number, seen: Map<object, number>): void {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  if ((seen.get(value) ?? -1) >= depth) return;
  if (depth > deepest)
    throw new CxMetricsError(tooDeep, { path: path.slice(0, 8), values: { limit: deepest } });
  seen.set(value, depth);
  for (const [key, member] of members(value, path)) {
    if (unsafe.has(key)) throw new CxMetricsError(unsafeKey, { path: inside(path, key), values: { key } });
    if (typeof member === "object" && member !== null)
      walk(member, inside(path, Array.isArray(value) ? Number(key) : key), depth + 1, seen);
  }
}

/** Own members, hidden ones too. */
function members(value: object, path: ProblemPath): [string, unknown][] {
  try {
    return Object.getOwnPropertyNames(value).map((key) => [key, Reflect.get(value, key)]);
  } catch {
    throw new CxMetricsError(notPlainData, {
      path,
      values: { found: { en: "a value that cannot be read", zh: "无法读取的值" } },
    });
  }
}
