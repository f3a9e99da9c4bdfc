import { expect, test } from "vitest";
import agreement from "../../fixtures/ledger-agreement.json" with { type: "json" };
import resampling from "../../fixtures/ledger-resampling.json" with { type: "json" };
import * as stats from "../index.js";

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select: string;
  readonly expected: string | number;
  readonly tolerance?: number;
}

const calls = new Map(Object.entries(stats)) as Map<string, (...values: readonly unknown[]) => unknown>;

test.each([...agreement.vectors, ...resampling.vectors] as Vector[])("$id", (vector) => {
  const result = vector.select
    .split(".")
    .reduce(
      (inner: unknown, key) => (inner as Record<string, unknown>)[key],
      calls.get(vector.call)?.(...vector.arguments),
    );
  if (typeof vector.expected !== "number") expect(result).toBe(vector.expected);
  else
    expect(Math.abs((result as number) - vector.expected)).toBeLessThanOrEqual(
      (vector.tolerance ?? 0) * Math.abs(vector.expected),
    );
});
