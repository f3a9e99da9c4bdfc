import { CxMetricsError, expectOneOf, expectRecord } from "@cxmetrics/definition";
import { checkResult } from "../check-result.js";
import type { IndexResult } from "../index-result.js";
import { twoDefinitions } from "../versions/two-definitions.js";
import { comparability, groundOf, sidewaysReasons } from "./comparability.js";
import { competitionRanks } from "./competition-ranks.js";
import type { IndexComparison, NodeComparison, RankMove } from "./index-comparison.js";
import type { SeriesLink } from "./linked-series.js";
import { linkDoesNotFit, notASeriesLink } from "./problems.js";
import { type ComparisonRefused, type RefusalReason, reasonFor, refused } from "./refusal.js";
import { unitRows } from "./unit-rows.js";

/** Choices of a comparison. */
export interface CompareOptions {
  /** A link of `linkSeries` between the two definitions, where they differ. The values of its source are moved. */
  readonly link?: SeriesLink;
  /** Which values rank first; `higher` where it is left out. */
  readonly better?: "higher" | "lower";
}

/**
 * Sets two results of an index against each other: an explicit verdict on whether they may be compared, then differences for every node and
 * unit, and moves in rank.
 *
 * Results of one definition compare, and so do those of two that differ only in ways that move no score; a node that means something else now is left out.
 * Otherwise a link over an overlap is needed, which holds for its node alone. Batch and cohort scores, other calibrations and other indices are
 * refused with reasons.
 *
 * @param a the earlier result (or the reference)
 * @param b the later result
 * @returns differences b − a and ranks among the units with a value in both, or a refusal: `another-index`, `definition-changed`,
 * `calibration-differs`, `not-comparable-before`, `not-comparable-after`, `no-common-unit`
 * @throws `CxMetricsError` `index.not-a-result`, `comparison.duplicate-unit`, `comparison.link-does-not-fit`, `comparison.not-a-link`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = { formatVersion: 1, id: "example.x", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "x", nodes: { x: leaf } };
 * const units = ["App", "Web", "Phone"];
 * const before = scoreIndex(definition, { units, columns: { x: [60, 70, 50] } });
 * const after = scoreIndex(definition, { units, columns: { x: [72, 71, null] } });
 * const comparison = compareIndexResults(before, after);
 * comparison.nodes[0].change; // => [12, 1, null]
 * comparison.ranks[0]; // => { unit: "App", before: 2, after: 1, move: 1 }
 * ```
 */
export function compareIndexResults(
  a: IndexResult,
  b: IndexResult,
  options: CompareOptions = {},
): IndexComparison | ComparisonRefused {
  expectRecord(options, ["options"], [], ["link", "better"]);
  const { link, better = "higher" } = options;
  expectOneOf(better, ["options", "better"], ["higher", "lower"]);
  checkResult(a);
  checkResult(b);
  const [rowsA, rowsB] = [unitRows(a), unitRows(b)];
  const units = a.units.filter((unit) => rowsB.has(unit));
  const sideways = sidewaysReasons(a, b);
  const ground = groundOf(a, b);
  const needsLink = typeof ground !== "string";
  const reasons: RefusalReason[] = [
    ...sideways,
    ...(needsLink && link === undefined ? ground : []),
    ...(units.length === 0 ? [reasonFor("no-common-unit")] : []),
  ];
  const [first] = reasons;
  if (first) return refused([first, ...reasons.slice(1)]);

  const column = (result: IndexResult, rows: ReadonlyMap<string, number>, id: string) =>
    units.map((unit) => result.nodes[id]?.values[rows.get(unit) ?? -1] ?? null);
  const compared = (node: string, before: readonly (number | null)[], after: readonly (number | null)[]) => ({
    node,
    before,
    after,
    change: after.map((value, index) => difference(value, before[index] ?? null)),
  });
  let nodes: readonly NodeComparison[];
  let told: string;
  if (needsLink) {
    const { source, target, forth } = ends(link as SeriesLink, a, b);
    const [before, after] = forth
      ? [linked(link as SeriesLink, column(a, rowsA, source.node), units), column(b, rowsB, target.node)]
      : [column(a, rowsA, target.node), linked(link as SeriesLink, column(b, rowsB, source.node), units)];
    told = forth ? target.node : source.node;
    nodes = [compared(told, before, after)];
  } else {
    const two = twoDefinitions(a.document, b.document);
    told = b.document.root;
    nodes = Object.keys(a.document.nodes)
      .map((id) => [id, two.newName(id)] as const)
      .filter(([old, now]) => two.prints.b.has(now) && two.prints.a.get(old) === two.prints.b.get(now))
      .map(([old, now]) => compared(now, column(a, rowsA, old), column(b, rowsB, now)));
  }
  return {
    status: "ok",
    comparability: comparability(needsLink ? "linked" : ground),
    definitions: { a: a.definition, b: b.definition },
    units,
    onlyInA: a.units.filter((unit) => !rowsB.has(unit)),
    onlyInB: b.units.filter((unit) => !rowsA.has(unit)),
    nodes,
    ranks: rankMoves(
      units,
      nodes.find(({ node }) => node === told),
      better,
    ),
  };
}

function difference(after: number | null, before: number | null): number | null {
  if (after === null || before === null) return null;
  const change = after - before;
  return Number.isFinite(change) ? change : null;
}

/** Moves among the units with a value in both, so that none moves because another was not scored. */
function rankMoves(
  units: readonly string[],
  root: NodeComparison | undefined,
  better: "higher" | "lower",
): readonly RankMove[] {
  if (!root) return [];
  const both = (values: readonly (number | null)[]) =>
    values.map((value, index) => (root.change[index] === null ? null : value));
  const before = competitionRanks(both(root.before), better);
  const after = competitionRanks(both(root.after), better);
  return units.flatMap((unit, index) => {
    const [old, now] = [before[index] ?? null, after[index] ?? null];
    return old === null || now === null ? [] : [{ unit, before: old, after: now, move: old - now }];
  });
}

function ends(link: SeriesLink, a: IndexResult, b: IndexResult) {
  const { source, target } = checkedLink(link);
  const forth = source.digest === a.definition.digest && target.digest === b.definition.digest;
  const back = source.digest === b.definition.digest && target.digest === a.definition.digest;
  if (!forth && !back)
    throw new CxMetricsError(linkDoesNotFit, {
      path: ["options", "link"],
      values: {
        linkFrom: `${source.id}@${source.version}`,
        linkTo: `${target.id}@${target.version}`,
        resultFrom: `${a.definition.id}@${a.definition.version}`,
        resultTo: `${b.definition.id}@${b.definition.version}`,
      },
    });
  return { source, target, forth };
}

function checkedLink(link: SeriesLink): SeriesLink {
  const record = expectRecord(
    link,
    ["options", "link"],
    ["method", "factor", "source", "target", "overlap", "lines"],
  );
  for (const part of ["source", "target"])
    if (typeof (record[part] as { digest?: unknown } | null)?.digest !== "string")
      throw new CxMetricsError(notASeriesLink, { path: ["options", "link", part], values: { part } });
  const lines: unknown = record["lines"];
  const sound = (line: unknown) => {
    const { slope, intercept } = (line ?? {}) as Partial<Record<"slope" | "intercept", unknown>>;
    return Number.isFinite(slope) && Number.isFinite(intercept);
  };
  if (!Array.isArray(lines) || !lines.every(sound))
    throw new CxMetricsError(notASeriesLink, {
      path: ["options", "link", "lines"],
      values: { part: "lines" },
    });
  return link;
}

function linked(
  link: SeriesLink,
  values: readonly (number | null)[],
  units: readonly string[],
): readonly (number | null)[] {
  const lines = new Map(link.lines.map((line) => [line.unit, line]));
  return values.map((value, index) => {
    const line = lines.get(link.factor === "pooled" ? null : (units[index] ?? null));
    const moved = value === null || !line ? null : line.intercept + line.slope * value;
    return moved !== null && Number.isFinite(moved) ? moved : null;
  });
}
