import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type IndexDefinition, type IndexTable, scoreCommonLeaves, scoreIndex } from "../index.js";

interface Vector {
  readonly id: string;
  readonly call: "scoreIndex" | "scoreCommonLeaves";
  readonly arguments: [IndexDefinition, IndexTable];
  readonly select: string;
  readonly expected: unknown;
  readonly tolerance: number;
}

const { vectors }: { vectors: Vector[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/ledger-node-kinds.json", import.meta.url), "utf8"),
);

const calls = { scoreIndex, scoreCommonLeaves };

function selected(value: unknown, path: string): unknown {
  return path.split(".").reduce((at, key) => (at as Record<string, unknown>)[key], value);
}

test.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_, vector) => {
  const found = selected(calls[vector.call](...vector.arguments), vector.select);
  const wanted = Array.isArray(vector.expected) ? vector.expected : [vector.expected];
  const given = Array.isArray(found) ? found : [found];
  expect(given).toHaveLength(wanted.length);
  wanted.forEach((one, k) => {
    if (typeof one !== "number") expect(given[k]).toBe(one);
    else
      expect(Math.abs((given[k] as number) - one)).toBeLessThanOrEqual(
        vector.tolerance * Math.max(1, Math.abs(one)),
      );
  });
});
