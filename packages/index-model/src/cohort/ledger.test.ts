import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as index from "../index.js";

interface Vector {
  id: string;
  call: string;
  arguments: unknown[];
  select?: string;
  expected: unknown;
  tolerance: number;
}
const { vectors } = JSON.parse(
  readFileSync(new URL("../../fixtures/ledger-cohort.json", import.meta.url), "utf8"),
) as { vectors: Vector[] };

function agree(found: unknown, wanted: unknown, tolerance: number): void {
  if (typeof wanted === "number" && typeof found === "number" && tolerance > 0)
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(wanted), Number.MIN_VALUE),
    );
  else if (typeof wanted === "object" && wanted !== null)
    for (const [key, member] of Object.entries(wanted))
      agree((found as Record<string, unknown>)[key], member, tolerance);
  else expect(found).toEqual(wanted);
}

test.each(vectors)("$id", ({ call, arguments: given, select, expected, tolerance }) => {
  const method = Reflect.get(index, call) as (...args: unknown[]) => unknown;
  const result: unknown = JSON.parse(JSON.stringify(method(...given)));
  const picked = (select?.split(".") ?? []).reduce(
    (inner: unknown, key) => Reflect.get(inner as object, key),
    result,
  );
  agree(picked, expected, tolerance);
});
