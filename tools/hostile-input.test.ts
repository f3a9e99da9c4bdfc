import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

/**
 * Walks all exports of all packages with input that a careless or malicious caller could pass. Whatever comes back must
 * hold no NaN and no infinity, and whatever is thrown must be a CxMetricsError with both languages.
 */
const hostile: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0,
  -0,
  1e308,
  "",
  "__proto__",
  "=1+1",
  true,
  [],
  [Number.NaN],
  [null, undefined, 3],
  [1e308, 1e308, -1e308],
  {},
  { min: 0, max: 10 },
  JSON.parse('{"__proto__": {"polluted": 1}, "value": 1}'),
  () => Number.NaN,
  12n,
  Symbol("s"),
  new Date(Number.NaN),
];

function badNumber(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  const members = value instanceof Map ? [...value.values()] : Object.values(value);
  return members.some((member) => badNumber(member, seen));
}

/** The input itself may come back inside a result; only what we computed counts. */
function judge(call: () => unknown, args: readonly unknown[]): string | undefined {
  let result: unknown;
  try {
    result = call();
  } catch (thrown) {
    const error = thrown as { name?: string; messages?: { en?: string; zh?: string } };
    if (error?.name === "CxMetricsError" && error.messages?.en && error.messages.zh) return undefined;
    return `threw ${String(thrown)}`;
  }
  if (result instanceof Promise) {
    result.catch(() => {});
    return undefined;
  }
  const echoed = new Set(args.filter((argument) => typeof argument === "object"));
  return badNumber(result, echoed) ? `returned a number that is not finite` : undefined;
}

/** Fuses `{ cdf, quantile }`-like objects and functions into a list of callables. */
function callables(name: string, value: unknown): [string, (...args: unknown[]) => unknown][] {
  if (typeof value === "function") {
    if (/^class /.test(Function.prototype.toString.call(value))) return [];
    return [[name, value as (...args: unknown[]) => unknown]];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    typeof member === "function" ? callables(`${name}.${key}`, member) : [],
  );
}

for (const folder of readdirSync("packages")) {
  if (folder === "cli") continue; // a program, held to this by its own tests of bad input
  const module = (await import(/* @vite-ignore */ `@cxmetrics/${folder}`)) as Record<string, unknown>;
  const functions = Object.entries(module).flatMap(([name, value]) => callables(name, value));
  if (functions.length === 0) continue;
  describe(folder, () => {
    test.each(functions)("%s", (name, call) => {
      const faults: string[] = [];
      const attempt = (args: unknown[]) => {
        const fault = judge(() => call(...args), args);
        if (fault)
          faults.push(
            `${name}(${args.map((a) => (typeof a === "string" ? JSON.stringify(a) : Array.isArray(a) ? `[${a.map(String)}]` : typeof a === "object" && a ? JSON.stringify(a) : String(a))).join(", ")}) ${fault}`,
          );
      };
      attempt([]);
      for (const a of hostile) {
        attempt([a]);
        attempt([a, a]);
        attempt([a, a, a]);
        for (const b of hostile) {
          attempt([a, b]);
          attempt([a, b, 2]);
          attempt([a, 2, b]);
          attempt([0.5, a, b]);
          attempt([[1, 2, 3], a, b]);
        }
      }
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      expect(faults.slice(0, 10)).toEqual([]);
    });
  });
}
