import { expectNumber, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { type CohortColumn, cohortColumn } from "../cohort-column.js";
import { type CohortTable, expectAtMost, readTable } from "../cohort-table.js";
import { pairSums, supportOf } from "../pair-margins.js";
import { tooFewUnits } from "../reasons.js";
import { exactOrders } from "./exact-orders.js";
import { type GroupOrders, singleOrder } from "./group-orders.js";
import { insertionSearch } from "./insertion-search.js";
import { joinOrders } from "./join-orders.js";
import { majorityComponents } from "./majority-components.js";

/** Options of `kemenyRanking`. */
export interface KemenyOptions {
  /** Largest group of units tangled in majority cycles that is solved exactly, 2…14; 10 when left out. */
  readonly exactUpTo?: number;
  /** How many of the best orders are written out, 1…10,000; 100 when left out. All are counted. */
  readonly list?: number;
}

/** A Kemeny ranking: every best order, and how good it is. */
export interface KemenyRanking extends CohortColumn {
  /** Best and worst rank of each unit over all best orders; `values` holds the mean. */
  readonly best: readonly (number | null)[];
  readonly worst: readonly (number | null)[];
  /** Whether the orders are proven best. */
  readonly exact: boolean;
  /** `dynamic-programming` when exact, else `insertion-search`, a heuristic. */
  readonly solver: "dynamic-programming" | "insertion-search";
  /** Sum of e_ij over all pairs in which i stands before j. */
  readonly support: number;
  /** No order can have more: the sum over pairs of the larger of e_ij and e_ji. */
  readonly bound: number;
  /** Number of best orders; `null` when they are not known or more than 2^53. */
  readonly count: number | null;
  /** Best orders as rows of the table, the best unit first; at most `list`. */
  readonly orders: readonly (readonly number[])[];
  /** Sizes of the groups that majorities separate, from the top. */
  readonly groups: readonly number[];
}

/**
 * Kemeny ranking (Condorcet–Kemeny–Young–Levenglick): the order of the units that agrees with the columns on the most weight,
 * summed over all pairs.
 *
 * $$ r^{*} = \arg\max_{r} \sum_{i \text{ before } j \text{ in } r} e_{ij} $$
 *
 * Several orders may be best: **all are counted**, up to `list` are given, and `values` is each unit's mean rank over all of
 * them. Units are first split into groups that majorities separate; groups up to `exactUpTo` units are solved exactly, larger
 * ones by a search whose result is marked `exact: false` and comes with the bound. Sources: Kemeny, Daedalus 88 (1959) 577;
 * Young and Levenglick, SIAM J. Appl. Math. 35 (1978) 285; OECD/JRC Handbook (2008), 6.13, eq. 33.
 *
 * @param table columns in which more is better, and weights; 1,000 units at most
 * @param options limits
 * @returns ranks and orders, or `not-computable` `too-few-units`
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `cohort.too-many-units`, `document.wrong-type`
 * @example
 * ```ts
 * // 60 criteria in five groups rank a, b, c (Condorcet's example): no unit wins all duels.
 * const columns = [[3, 2, 1], [1, 3, 2], [2, 3, 1], [2, 1, 3], [1, 2, 3]];
 * const ranking = kemenyRanking({ columns, weights: [23, 17, 2, 10, 8] });
 * ranking.orders; // => [[1, 2, 0]]
 * ranking.support * 60; // => 104
 * ```
 */
export function kemenyRanking(
  table: CohortTable,
  options: KemenyOptions = {},
): KemenyRanking | NotComputable {
  const read = readTable(table, Number.MAX_VALUE);
  const record = expectRecord(options, ["options"], [], ["exactUpTo", "list"]);
  const limit = expectNumber(record["exactUpTo"] ?? 10, ["exactUpTo"], { least: 2, most: 14, integer: true });
  const cap = expectNumber(record["list"] ?? 100, ["list"], { least: 1, most: 10_000, integer: true });
  const { length, rows } = read;
  const n = rows.length;
  if (n < 2) return tooFewUnits;
  expectAtMost(n, 1000);
  const sums = pairSums(read);
  const support = (i: number, j: number) => supportOf(sums, i, j);

  const groups = majorityComponents(sums);
  const solved = groups.map((group): GroupOrders => {
    const within = (i: number, j: number) => support(group[i] ?? 0, group[j] ?? 0);
    if (group.length === 1) return singleOrder([0], true);
    if (group.length <= limit) return exactOrders(group.length, within, cap);
    return singleOrder(insertionSearch(group.length, within), false);
  });
  const orders = joinOrders(groups, solved, cap);
  const exact = solved.every((group) => group.exact);
  const product = solved.reduce((all, { count }) => all * (count ?? 1), 1);

  const place = (pick: (orders: GroupOrders) => readonly number[]) => {
    const ranks = new Array<number>(n).fill(0);
    let before = 1;
    for (const [at, group] of groups.entries()) {
      const places = solved[at] === undefined ? [] : pick(solved[at]);
      for (const [member, unit] of group.entries()) ranks[unit] = before + (places[member] ?? 0);
      before += group.length;
    }
    return cohortColumn(length, rows, ranks);
  };
  return {
    ...place((group) => group.mean),
    best: place((group) => group.best).values,
    worst: place((group) => group.worst).values,
    exact,
    solver: exact ? "dynamic-programming" : "insertion-search",
    ...supportAndBound(orders[0] ?? [], support),
    count: exact && product <= Number.MAX_SAFE_INTEGER ? product : null,
    orders: orders.map((order) => order.map((unit) => rows[unit] ?? 0)),
    groups: groups.map((group) => group.length),
  };
}

function supportAndBound(order: readonly number[], support: (i: number, j: number) => number) {
  const taken: number[] = [];
  const most: number[] = [];
  for (const [place, i] of order.entries())
    for (const j of order.slice(place + 1)) {
      taken.push(support(i, j));
      most.push(Math.max(support(i, j), support(j, i)));
    }
  return { support: compensatedSum(taken), bound: compensatedSum(most) };
}
