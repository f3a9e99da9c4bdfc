import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attributeChange } from "../attribution/attribute-change.js";
import { benchmarkUnits } from "../comparison/benchmark-units.js";
import { compareIndexResults } from "../comparison/compare-index-results.js";
import { linkSeries } from "../comparison/link-series.js";
import { trackIndex } from "../comparison/track-index.js";
import { smallestImprovement } from "../what-if/smallest-improvement.js";
import { whatIf } from "../what-if/what-if.js";
import { diffDefinitions } from "./diff-definitions.js";

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select: string;
  readonly expected: unknown;
  readonly tolerance?: number;
}

const calls = new Map<string, unknown>(
  Object.entries({
    attributeChange,
    benchmarkUnits,
    compareIndexResults,
    diffDefinitions,
    linkSeries,
    smallestImprovement,
    trackIndex,
    whatIf,
  }),
);
const { vectors } = JSON.parse(
  readFileSync(new URL("../../fixtures/ledger-versions.json", import.meta.url), "utf8"),
) as { readonly vectors: readonly Vector[] };

test.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_, vector) => {
  const call = calls.get(vector.call) as (...args: readonly unknown[]) => unknown;
  const found = vector.select
    .split(".")
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null)?.[key],
      call(...vector.arguments),
    );
  if (typeof vector.expected !== "number") expect(found).toEqual(vector.expected);
  else
    expect(Math.abs(Number(found) - vector.expected)).toBeLessThanOrEqual(
      (vector.tolerance ?? 0) * Math.abs(vector.expected),
    );
});
