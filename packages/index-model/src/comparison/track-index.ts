import { expectNumber, expectRecord, expectText } from "@cxmetrics/definition";
import { controlChart } from "@cxmetrics/stats";
import { nodeAt } from "../node-at.js";
import { groundOf, sidewaysReasons } from "./comparability.js";
import type { IndexTrack, TrackOptions, TrackPoint } from "./index-track.js";
import { expectWaves, type IndexWave } from "./index-wave.js";
import { linkChain } from "./link-chain.js";
import type { LinkedPoint, LinkedSeries } from "./linked-series.js";
import { type ComparisonRefused, refused } from "./refusal.js";
import { unitRows } from "./unit-rows.js";
import { yearBefore } from "./year-before.js";

/**
 * 纵向追踪: follows every unit through the waves of an index: changes from wave to wave and year over year, and a control chart that tells
 * signals from chance. Waves of definitions that differ in scores are linked over shared periods when a link is asked for, and refused
 * when it is not.
 *
 * Moving ranges assume waves that do not depend on one another; a trend or season shows as signals. Limits are clamped to the scale while all values lie on it.
 *
 * @param waves results in the order of time; a period may stand twice, once for each of two definitions, as an overlap
 * @param options node, link, chart
 * @returns the track of every unit, or a refusal with its reasons (as `compareIndexResults` and `linkSeries`)
 * @throws `CxMetricsError` as `linkSeries` does; `parameter.out-of-range`, `control-chart.bad-baseline` for the chart
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = { formatVersion: 1, id: "example.x", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "x", nodes: { x: leaf } };
 * const wave = (period, x) => ({ period, result: scoreIndex(definition, { units: ["App"], columns: { x: [x] } }) });
 * const track = trackIndex([wave("2023-H1", 60), wave("2023-H2", 62), wave("2024-H1", 61), wave("2024-H2", 65)]);
 * track.units[0].points[3].change; // => 4
 * track.units[0].points[3].yearOverYear; // => 3
 * track.units[0].chart.centre; // => 62
 * ```
 */
export function trackIndex(
  waves: readonly IndexWave[],
  options: TrackOptions = {},
): IndexTrack | ComparisonRefused {
  const { node, link, chart } = readOptions(options);
  const all = expectWaves(waves, "waves", false);
  const segments = segmentsOf(all);
  const series = link && segments.length > 1 ? linked(segments, node, link) : plain(all, segments, node);
  if (series.status !== "ok") return series;
  const { scale } = (all[0] as IndexWave).result.document;
  return {
    status: "ok",
    onto: series.onto,
    periods: series.periods,
    units: series.series.map(({ unit, points }) => ({
      unit,
      points: withChanges(points),
      chart: chartOf(points, scale, chart),
    })),
    links: series.links,
    warnings: series.warnings,
  };
}

function readOptions(options: unknown): TrackOptions {
  const record = expectRecord(options, ["options"], [], ["node", "link", "chart"]);
  if (record["node"] !== undefined) expectText(record["node"], ["options", "node"]);
  if (record["link"] !== undefined) expectRecord(record["link"], ["options", "link"], ["method"], ["factor"]);
  if (record["chart"] !== undefined) {
    const at = ["options", "chart"];
    const chart = expectRecord(record["chart"], at, [], ["baseline", "sigma"]);
    if (chart["baseline"] !== undefined)
      expectNumber(chart["baseline"], [...at, "baseline"], { integer: true, least: 1 });
    if (chart["sigma"] !== undefined) expectNumber(chart["sigma"], [...at, "sigma"], { least: 0 });
  }
  return record as TrackOptions;
}

/** Waves that compare as they are stand in one segment; a wave of another definition opens the next. */
function segmentsOf(waves: readonly IndexWave[]): readonly (readonly IndexWave[])[] {
  const segments: IndexWave[][] = [];
  for (const wave of waves) {
    const home = segments.find((segment) => comparable(segment[0] as IndexWave, wave));
    if (home) home.push(wave);
    else segments.push([wave]);
  }
  return segments;
}

function comparable(a: IndexWave, b: IndexWave): boolean {
  return typeof groundOf(a.result, b.result) === "string";
}

function linked(
  segments: readonly (readonly IndexWave[])[],
  node: string | undefined,
  link: NonNullable<TrackOptions["link"]>,
): LinkedSeries | ComparisonRefused {
  return linkChain(segments, { ...link, ...(node === undefined ? {} : { node }) });
}

/** All waves as they were scored, when they compare. */
function plain(
  waves: readonly IndexWave[],
  segments: readonly (readonly IndexWave[])[],
  node: string | undefined,
): LinkedSeries | ComparisonRefused {
  const first = waves[0] as IndexWave;
  const reasons = waves.flatMap((wave) => sidewaysReasons(first.result, wave.result)).slice(0, 1);
  const [before, after] = [segments[0]?.[0], segments[1]?.[0]];
  const ground = before && after ? groundOf(before.result, after.result) : [];
  if (typeof ground !== "string") reasons.push(...ground);
  const [reason] = reasons;
  if (reason) return refused([reason, ...reasons.slice(1)]);
  const distinct = expectWaves(waves, "waves");
  const units = [...new Set(distinct.flatMap(({ result }) => result.units))];
  const columns = distinct.map(({ period, result }) => {
    const id = node ?? result.document.root;
    nodeAt(result.document, id);
    const values = result.nodes[id]?.values ?? [];
    const rows = unitRows(result);
    return { period, at: (unit: string) => values[rows.get(unit) ?? -1] ?? null };
  });
  return {
    status: "ok",
    onto: first.result.definition,
    links: [],
    periods: distinct.map(({ period }) => period),
    series: units.map((unit) => ({
      unit,
      points: columns.map(({ period, at }) => {
        const value = at(unit);
        return { period, value, scored: value, links: 0, linkError: value === null ? null : 0 };
      }),
    })),
    warnings: [],
  };
}

function withChanges(points: readonly LinkedPoint[]): readonly TrackPoint[] {
  const byPeriod = new Map(points.map(({ period, value }) => [period, value]));
  return points.map((point, index) => {
    const ago = yearBefore(point.period);
    return {
      ...point,
      change: less(point.value, points[index - 1]?.value ?? null),
      yearOverYear: less(point.value, ago === undefined ? null : (byPeriod.get(ago) ?? null)),
    };
  });
}

function less(value: number | null, other: number | null): number | null {
  return value === null || other === null ? null : value - other;
}

function chartOf(
  points: readonly LinkedPoint[],
  { lower, upper }: { readonly lower: number; readonly upper: number },
  { baseline, sigma }: NonNullable<TrackOptions["chart"]> = {},
) {
  const inside = points.every(({ value }) => value === null || (value >= lower && value <= upper));
  return controlChart({
    kind: "xmr",
    points: points.map(({ period, value }) => ({ label: period, value })),
    ...(baseline === undefined ? {} : { baseline: Math.min(baseline, points.length) }),
    ...(sigma === undefined ? {} : { sigma }),
    ...(inside ? { range: { min: lower, max: upper } } : {}),
  });
}
