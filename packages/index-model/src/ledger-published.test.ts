import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { effectiveWeights, scoreIndex, tableNeeds } from "./index.js";

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select: string;
  readonly expected: unknown;
  readonly tolerance?: number;
}

const file = new URL("../fixtures/ledger-published.json", import.meta.url);
const { vectors }: { readonly vectors: readonly Vector[] } = JSON.parse(readFileSync(file, "utf8"));
const calls: Readonly<Record<string, (...given: never[]) => unknown>> = {
  effectiveWeights,
  scoreIndex,
  tableNeeds,
};

test.each(vectors)("$id", (vector) => {
  const result = calls[vector.call]?.(...(vector.arguments as never[]));
  const found = vector.select
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], result);
  if (typeof vector.expected !== "number") expect(found).toEqual(vector.expected);
  else
    expect(Math.abs((found as number) - vector.expected)).toBeLessThanOrEqual(
      (vector.tolerance ?? 0) * Math.abs(vector.expected) + 1e-300,
    );
});
