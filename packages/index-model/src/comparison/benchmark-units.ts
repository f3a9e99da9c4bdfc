import {
  CxMetricsError,
  describeValue,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type NotComputable,
} from "@cxmetrics/definition";
import { median } from "@cxmetrics/stats";
import { checkResult } from "../check-result.js";
import { type PercentileRule, percentileRanks, percentileRules } from "../cohort/percentile-ranks.js";
import type { IndexResult } from "../index-result.js";
import { nodeAt } from "../node-at.js";
import { competitionRanks } from "./competition-ranks.js";
import { looksSideways } from "./looks-sideways.js";
import { notAPeer, peersLength } from "./problems.js";

/** Choices of a benchmark. */
export interface BenchmarkOptions {
  /** Node that is compared; the root when left out. */
  readonly node?: string;
  /** Peer group of each unit, for example an attribute of the table; `null` has none. All units are one group when left out. */
  readonly peers?: ArrayLike<string | null>;
  /** Rule of the percentile; `hazen` where it is left out. */
  readonly percentile?: PercentileRule;
  /** Which values are good; `higher` where it is left out. */
  readonly better?: "higher" | "lower";
  /** Units with a value that a group needs before its units are placed; 2 where it is left out. */
  readonly minimumPeers?: number;
}

/** One peer group. */
export interface PeerGroup {
  /** Its name; `null` where all units are one group. */
  readonly group: string | null;
  /** Units with a value. */
  readonly n: number;
  /** Best value and the units that hold it. */
  readonly best: number | null;
  readonly bestInClass: readonly string[];
  readonly median: number | null;
}

/** A unit among its peers. */
export interface PlacedUnit {
  readonly status: "ok";
  readonly unit: string;
  readonly group: string | null;
  readonly value: number;
  /** Units of the group with a value, this one included. */
  readonly n: number;
  /** 1 is the best; equal values share the best place. */
  readonly rank: number;
  /** Position from 0 (worst) to 1 (best) by the named rule; `null` where the rule has none. */
  readonly percentile: number | null;
  /** How far the best is ahead, in the unit of the node; never negative. */
  readonly gapToBest: number;
  /** How far the unit is ahead of the median of its group (behind: negative). */
  readonly leadOverMedian: number;
}

/** Units of one result set against their peers. Plain data. */
export interface UnitBenchmark {
  readonly node: string;
  readonly percentileRule: PercentileRule;
  readonly better: "higher" | "lower";
  /** Whether the values would be the same in other company; where not, places hold for this table alone. */
  readonly comparable: boolean;
  readonly groups: readonly PeerGroup[];
  /** One a unit, in the order of the result. */
  readonly units: readonly (
    | PlacedUnit
    | (NotComputable & { readonly unit: string; readonly group: string | null })
  )[];
}

/**
 * 横向对标: places every unit among its peers: rank, percentile by a named rule with the n behind it, best in class, distance to the best and to the median.
 *
 * Percentiles use the average rank r of ties, counted from the worst: `hazen` $(r-0.5)/n$, `cumulative` $r/n$, `inclusive` $(r-1)/(n-1)$, which a single unit
 * does not have.
 *
 * @param result what `scoreIndex` returned
 * @param options node, peer groups, rule, direction, least size of a group
 * @returns groups and units; a unit without a value, a group or enough peers has a reason (`no-value`, `no-peer-group`, `too-few-peers`)
 * @throws `CxMetricsError` `index.not-a-result`, `index.dangling-node`, `comparison.peers-length`, `comparison.bad-peer-group`
 * @see OECD/JRC Handbook (2008), table 15; Hyndman & Fan, The American Statistician 50 (1996) 361–365 (Hazen's rule)
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = { formatVersion: 1, id: "example.x", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "x", nodes: { x: leaf } };
 * const result = scoreIndex(definition, { units: ["A", "B", "C", "D"], columns: { x: [60, 70, 50, 90] } });
 * const { units } = benchmarkUnits(result, { peers: ["app", "app", "app", "web"] });
 * units[0]; // => { status: "ok", unit: "A", group: "app", value: 60, n: 3, rank: 2, percentile: 0.5, gapToBest: 10, leadOverMedian: 0 }
 * units[3].reason; // => "too-few-peers"
 * ```
 */
export function benchmarkUnits(result: IndexResult, options: BenchmarkOptions = {}): UnitBenchmark {
  const document = checkResult(result);
  expectRecord(options, ["options"], [], ["node", "peers", "percentile", "better", "minimumPeers"]);
  const node = options.node === undefined ? document.root : expectText(options.node, ["options", "node"]);
  nodeAt(document, node);
  const rule = expectOneOf(options.percentile ?? "hazen", ["options", "percentile"], percentileRules);
  const better = expectOneOf(options.better ?? "higher", ["options", "better"], ["higher", "lower"] as const);
  const minimum = expectNumber(options.minimumPeers ?? 2, ["options", "minimumPeers"], {
    integer: true,
    least: 1,
  });
  const peers = peersOf(options.peers, result.units.length);
  const values = result.nodes[node]?.values ?? [];

  const members = new Map<string | null, number[]>();
  result.units.forEach((_, row) => {
    const group = peers ? (peers[row] ?? null) : null;
    if (peers && group === null) return;
    const rows = members.get(group) ?? [];
    members.set(group, rows);
    if ((values[row] ?? null) !== null) rows.push(row);
  });
  const placed = new Map<number, PlacedUnit>();
  const groups = [...members].map(([group, rows]): PeerGroup => {
    const own = rows.map((row) => values[row] as number);
    if (own.length === 0) return { group, n: 0, best: null, bestInClass: [], median: null };
    const ranks = competitionRanks(own, better);
    const best = own[ranks.indexOf(1)] as number;
    const middle = median(own);
    const centre = middle.status === "ok" ? middle.value : null;
    const placesFromWorst = percentileRanks(better === "higher" ? own : own.map((value) => -value), { rule });
    const percentiles = placesFromWorst.status === "ok" ? placesFromWorst.values : [];
    rows.forEach((row, index) => {
      const value = own[index] as number;
      placed.set(row, {
        status: "ok",
        unit: result.units[row] as string,
        group,
        value,
        n: own.length,
        rank: ranks[index] as number,
        percentile: percentiles[index] ?? null,
        gapToBest: Math.abs(best - value),
        leadOverMedian: (better === "higher" ? 1 : -1) * (value - (centre ?? value)),
      });
    });
    const bestInClass = rows
      .filter((_, index) => ranks[index] === 1)
      .map((row) => result.units[row] as string);
    return { group, n: own.length, best, bestInClass, median: centre };
  });
  const units = result.units.map((unit, row) => {
    const group = peers ? (peers[row] ?? null) : null;
    const place = placed.get(row);
    if (peers && group === null) return { ...noGroup, unit, group };
    if (!place) return { ...noValue, unit, group };
    return place.n < minimum ? { ...tooFew, unit, group } : place;
  });
  return { node, percentileRule: rule, better, comparable: !looksSideways(result), groups, units };
}

const noGroup: NotComputable = {
  status: "not-computable",
  reason: "no-peer-group",
  message: { en: "The unit has no peer group.", zh: "该对象没有同类组。" },
};

const noValue: NotComputable = {
  status: "not-computable",
  reason: "no-value",
  message: { en: "The unit has no value of this node.", zh: "该对象在此节点没有数值。" },
};

const tooFew: NotComputable = {
  status: "not-computable",
  reason: "too-few-peers",
  message: { en: "The peer group has too few units with a value.", zh: "同类组中有数值的对象过少。" },
};

function peersOf(value: unknown, length: number): readonly (string | null)[] | undefined {
  if (value === undefined) return undefined;
  const path = ["options", "peers"];
  const found = Array.isArray(value) ? value.length : describeValue(value);
  if (!Array.isArray(value) || value.length !== length)
    throw new CxMetricsError(peersLength, { path, values: { found, expected: length } });
  return value.map((peer: unknown, row) => {
    if (peer === null || (typeof peer === "string" && peer !== "")) return peer;
    throw new CxMetricsError(notAPeer, { path: [...path, row], values: { row, found: describeValue(peer) } });
  });
}
