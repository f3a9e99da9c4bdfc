import { expectList, expectOneOf, expectText } from "@cxmetrics/definition";
import { conformanceAreas } from "./conformance-areas.js";
import type { ConformanceCounts, ConformanceReport, ConformanceVerdict } from "./conformance-report.js";
import type { ConformanceArea } from "./conformance-vectors.js";
import { expectAnyRecord } from "./expect-vector.js";

const kinds: readonly ConformanceVerdict["verdict"][] = ["passed", "failed", "unsupported", "faulted"];

/**
 * The report on one area: counts in all and by operation, in order of first appearance.
 *
 * @param area name of the area
 * @param verdicts one a vector
 * @returns `conforms` is true when nothing failed or was at fault and at least one vector passed: an operation that the implementation
 * does not support is no failure, but an area of which it supports nothing is not conformed to
 * @throws `CxMetricsError` `document.not-allowed`, `document.wrong-type`
 * @example
 * ```ts
 * const passed = { id: "a", operation: "digest", basis: "by-hand", verdict: "passed", findings: [] } as const;
 * const failed = { ...passed, id: "b", verdict: "failed" } as const;
 * summariseVerdicts("definitions", [passed, failed]).counts; // => { vectors: 2, passed: 1, failed: 1, unsupported: 0, faulted: 0 }
 * summariseVerdicts("definitions", [passed]).conforms; // => true
 * ```
 */
export function summariseVerdicts(
  area: ConformanceArea,
  verdicts: readonly ConformanceVerdict[],
): ConformanceReport {
  expectOneOf(area, ["area"], Object.keys(conformanceAreas) as ConformanceArea[]);
  expectList(verdicts, ["verdicts"], (item, path) => {
    const { operation, verdict } = expectAnyRecord(item, path);
    expectText(operation, [...path, "operation"]);
    expectOneOf(verdict, [...path, "verdict"], kinds);
  });
  const byOperation = new Map<string, ConformanceVerdict[]>();
  for (const verdict of verdicts) {
    const known = byOperation.get(verdict.operation);
    if (known) known.push(verdict);
    else byOperation.set(verdict.operation, [verdict]);
  }
  const counts = count(verdicts);
  return {
    area,
    conforms: counts.failed === 0 && counts.faulted === 0 && counts.passed > 0,
    counts,
    operations: [...byOperation].map(([operation, of]) => ({ operation, ...count(of) })),
    verdicts,
  };
}

function count(verdicts: readonly ConformanceVerdict[]): ConformanceCounts {
  const of = (wanted: ConformanceVerdict["verdict"]) =>
    verdicts.reduce((sum, { verdict }) => sum + (verdict === wanted ? 1 : 0), 0);
  return {
    vectors: verdicts.length,
    passed: of("passed"),
    failed: of("failed"),
    unsupported: of("unsupported"),
    faulted: of("faulted"),
  };
}
