import type { NotComputable } from "@cxmetrics/definition";
import { chiSquaredDistribution } from "../distributions/chi-squared.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations, tooFewGroups } from "../reasons.js";
import { ascendingOrder, expectFlags, expectNames, expectSpans } from "./expect-sample.js";
import { noEvents } from "./reasons.js";

/** Arguments of `logRank`, one member a subject in each column. */
export interface LogRankInput {
  /** Time to the event, or to the end of observation; at least 0. */
  readonly times: ArrayLike<number>;
  /** `true` or 1 when the event happened, `false` or 0 when censored. */
  readonly events: ArrayLike<boolean | number>;
  /** The group of each subject. */
  readonly groups: ArrayLike<string | number>;
  /** The stratum of each subject: groups are compared inside strata only. */
  readonly strata?: ArrayLike<string | number>;
}

/** One group of a log-rank test. */
export interface LogRankGroup {
  readonly group: string | number;
  readonly n: number;
  readonly observed: number;
  /** Events that would be expected if all groups had one curve. */
  readonly expected: number;
}

/** A log-rank test. */
export interface LogRankTest {
  readonly status: "ok";
  /** In order of first appearance. */
  readonly groups: readonly LogRankGroup[];
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * Log-rank test that several groups wait equally long, with censoring; stratified where strata are given.
 *
 * $$ E_g = \sum_i d_i\frac{n_{gi}}{n_i}, \quad
 * V_{gh} = \sum_i \frac{d_i(n_i-d_i)}{n_i-1}\frac{n_{gi}}{n_i}\left(\delta_{gh}-\frac{n_{hi}}{n_i}\right), \quad
 * \chi^2 = (O-E)^\top V^{-}(O-E) $$
 *
 * with one degree of freedom fewer than there are groups with an expectation. Strongest where the ratio of hazards is steady; curves that
 * cross may cancel. Agrees with R's `survival::survdiff`. Source: Mantel, Cancer Chemotherapy Reports 50 (1966) 163–170.
 *
 * @returns the test, or `not-computable`: `no-observations`, `too-few-groups`, `no-events` (none that could tell groups apart)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `parameter.out-of-range`,
 * `survival.lengths-differ`, `survival.not-an-event-flag`, `survival.not-a-name`
 * @example
 * ```ts
 * const test = logRank({ times: [2, 4, 6, 3, 8, 9], events: [1, 1, 1, 1, 1, 0], groups: ["a", "a", "a", "b", "b", "b"] });
 * test.status === "ok" && test.groups[0]?.expected; // => 26 / 15
 * test.status === "ok" && test.chiSquared; // => 1.667436489607391
 * ```
 */
export function logRank(input: LogRankInput): LogRankTest | NotComputable {
  const given = namedMembers(input, "input");
  const times = expectSpans(given.times);
  const rows = times.length;
  const flags = expectFlags(given.events, rows);
  const { codes, names } = expectNames(given.groups, "groups", rows, false);
  const strata = given.strata === undefined ? null : expectNames(given.strata, "strata", rows, false);
  if (rows === 0) return noObservations;
  if (names.length < 2) return tooFewGroups;
  const groups = names.map((group) => ({ group, n: 0, observed: 0, expected: 0 }));
  const variance = groups.map(() => new Float64Array(groups.length));
  const order = ascendingOrder(times);
  const parts: number[][] = (strata?.names ?? [""]).map(() => []);
  for (const row of order) parts[strata?.codes[row] ?? 0]?.push(row);
  for (const part of parts) accumulate(part, times, flags, codes, groups, variance);
  const kept = groups.flatMap(({ expected }, index) => (expected > 0 ? [index] : [])).slice(1);
  const excess = kept.map((index) => {
    const { observed, expected } = groups[index] as LogRankGroup;
    return observed - expected;
  });
  const matrix = kept.map((row) => kept.map((column) => variance[row]?.[column] as number));
  const chiSquared = quadraticForm(matrix, excess);
  if (kept.length === 0 || chiSquared === null) return noEvents;
  return {
    status: "ok",
    groups,
    chiSquared,
    degreesOfFreedom: kept.length,
    p: chiSquaredDistribution.survival(chiSquared, kept.length),
  };
}

function accumulate(
  order: readonly number[],
  times: Float64Array,
  flags: Uint8Array,
  codes: Int32Array,
  groups: { n: number; observed: number; expected: number }[],
  variance: readonly Float64Array[],
): void {
  const atRisk = new Float64Array(groups.length);
  for (const row of order) {
    const group = codes[row] as number;
    atRisk[group] = (atRisk[group] as number) + 1;
    (groups[group] as { n: number }).n++;
  }
  for (let from = 0; from < order.length; ) {
    const time = times[order[from] as number];
    const all = order.length - from;
    let events = 0;
    let to = from;
    for (; to < order.length && times[order[to] as number] === time; to++) {
      const row = order[to] as number;
      if (flags[row] === 0) continue;
      events++;
      (groups[codes[row] as number] as { observed: number }).observed++;
    }
    if (events > 0) {
      const factor = all > 1 ? (events * (all - events)) / (all - 1) : 0;
      for (const [index, group] of groups.entries()) {
        const share = (atRisk[index] as number) / all;
        if (share === 0) continue;
        group.expected += events * share;
        const line = variance[index] as Float64Array;
        for (let other = 0; other < line.length; other++) {
          const same = other === index ? 1 : 0;
          line[other] = (line[other] as number) + factor * share * (same - (atRisk[other] as number) / all);
        }
      }
    }
    for (let place = from; place < to; place++) {
      const group = codes[order[place] as number] as number;
      atRisk[group] = (atRisk[group] as number) - 1;
    }
    from = to;
  }
}

/** xᵀM⁻¹x for a symmetric positive definite matrix, by elimination; `null` for a singular one. */
function quadraticForm(matrix: readonly number[][], vector: readonly number[]): number | null {
  const lines = matrix.map((line, row) => [...line, vector[row] as number]);
  let sum = 0;
  for (const [column, line] of lines.entries()) {
    const pivot = line[column] as number;
    if (!(pivot > 1e-12)) return null;
    const right = line[lines.length] as number;
    sum += (right * right) / pivot;
    for (const below of lines.slice(column + 1)) {
      const factor = (below[column] as number) / pivot;
      for (let place = column; place <= lines.length; place++)
        below[place] = (below[place] as number) - factor * (line[place] as number);
    }
  }
  return sum;
}
