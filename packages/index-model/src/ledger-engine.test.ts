import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fitIndex, scoreIndex } from "./index.js";

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select: string;
  readonly expected: number;
  readonly tolerance: number;
}

const file = new URL("../fixtures/ledger-engine.json", import.meta.url);
const { vectors }: { readonly vectors: readonly Vector[] } = JSON.parse(readFileSync(file, "utf8"));
const calls: Readonly<Record<string, (...given: never[]) => unknown>> = { fitIndex, scoreIndex };

test.each(vectors)("$id", (vector) => {
  const result = calls[vector.call]?.(...(vector.arguments as never[]));
  const found = vector.select
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], result);
  expect(Math.abs((found as number) - vector.expected)).toBeLessThanOrEqual(
    vector.tolerance * Math.abs(vector.expected) + 1e-300,
  );
});
