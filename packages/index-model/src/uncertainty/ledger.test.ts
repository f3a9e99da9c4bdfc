import { describe, expect, it } from "vitest";
import ledger from "../../fixtures/ledger-uncertainty.json" with { type: "json" };
import * as exported from "../index.js";

const at = (value: unknown, path: string) =>
  path
    .split(".")
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

const close = (found: unknown, wanted: unknown, tolerance: number): void => {
  if (typeof wanted === "number")
    expect(Math.abs(Number(found) - wanted)).toBeLessThanOrEqual(tolerance * Math.abs(wanted));
  else if (typeof wanted === "object" && wanted !== null)
    for (const [key, member] of Object.entries(wanted))
      close((found as Record<string, unknown>)[key], member, tolerance);
  else expect(found).toBe(wanted);
};

describe("ledger of uncertainty and sensitivity", () => {
  it.each(ledger.vectors)("$id", (vector) => {
    const call = (exported as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[
      vector.call
    ];
    const result: unknown = JSON.parse(JSON.stringify(call?.(...vector.arguments)));
    close(at(result, vector.select), vector.expected, vector.tolerance);
  });
});
