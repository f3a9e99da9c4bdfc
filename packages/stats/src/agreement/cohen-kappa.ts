import { CxMetricsError, expectOneOf, type Interval, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { inRange, type ParameterRange } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import { criticalZ } from "../special-functions/critical-z.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";
import { agreementInterval } from "./agreement-interval.js";
import { type CategoryPairs, pairTable } from "./category-pairs.js";
import { rowsOf } from "./expect/rows.js";
import { notSquare } from "./problems.js";
import { sameRatings } from "./reasons.js";

/** How far apart two categories count as disagreeing. */
export type KappaWeights = "none" | "linear" | "quadratic";

/** Options of `cohenKappa`. */
export interface CohenKappaOptions {
  /** `none` where it is left out; `linear` and `quadratic` for ordered categories. */
  readonly weights?: KappaWeights;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** Cohen's kappa with its large-sample error. */
export interface CohenKappa {
  readonly status: "ok";
  /** −1…1; 0 is agreement as by chance, 1 perfect agreement. */
  readonly value: number;
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  /** Pairs in the base, or the sum of the table. */
  readonly n: number;
  /** Pairs left out because a rating is missing. */
  readonly droppedPairs: number;
  readonly weights: KappaWeights;
  readonly standardError: number;
  /** Wald interval, within −1…1. */
  readonly interval: Interval | NotComputable;
  /** z of no agreement beyond chance, with the standard error that holds in that case; null where it is 0. */
  readonly z: number | null;
  /** Two-sided p-value, or null where there is no z. */
  readonly p: number | null;
}

const count: ParameterRange = {
  holds: (value) => value >= 0 && value <= 1e12,
  en: "between 0 and 1000000000000",
  zh: "介于 0 与 1000000000000 之间",
};

/**
 * Cohen's kappa of two raters, plain or weighted: agreement beyond what the raters' own category shares would give by chance.
 *
 * $$ \kappa = \frac{p_o - p_e}{1 - p_e}, \qquad p_o = \sum_{ij} w_{ij} p_{ij}, \quad p_e = \sum_{ij} w_{ij} p_{i\cdot} p_{\cdot j} $$
 *
 * With categories numbered in order, w is 1 on the diagonal and 0 elsewhere (`none`), $$ 1 - |i-j|/(q-1) $$ (`linear`) or
 * $$ 1 - (i-j)^2/(q-1)^2 $$ (`quadratic`). Categories are equally spaced whatever their values: list unused scale points in `categories`.
 * Standard error, interval (method `kappa-wald`) and test: Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969) 323–327; for large samples.
 * Cohen, Educational and Psychological Measurement 20 (1960) 37–46.
 *
 * Missing ratings: a pair with null is left out and counted.
 *
 * @param tableOrPairs a square table of counts (rows: first rater; may be weighted), or `{ pairs, categories }`
 * @returns kappa, or `not-computable`: `no-observations`, `no-variation` (both raters used one and the same category)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `ratings.not-a-table`, `ratings.ragged`,
 * `ratings.not-square`, `ratings.not-a-rating`, `ratings.bad-categories`, `ratings.unknown-category`, `ratings.order-needed`,
 * `document.not-allowed` (unknown weights), `level.out-of-range`
 * @example
 * ```ts
 * const kappa = cohenKappa([[20, 5], [10, 15]]);
 * kappa.status === "ok" && kappa.value; // => 0.4
 * const coded = cohenKappa({ pairs: [["fees", "fees"], ["login", "fees"], ["login", "login"], ["fees", null]] });
 * coded.status === "ok" && coded.n; // => 3
 * ```
 */
export function cohenKappa(
  tableOrPairs: readonly (readonly number[])[] | CategoryPairs,
  options: CohenKappaOptions = {},
): CohenKappa | NotComputable {
  const { weights: wanted = "none", level: wantedLevel } = namedMembers(options, "options");
  const weights = expectOneOf(wanted, ["weights"], ["none", "linear", "quadratic"] as const);
  const level = confidenceLevel(wantedLevel);
  const { table, droppedPairs } = Array.isArray(tableOrPairs)
    ? { table: squareTable(tableOrPairs), droppedPairs: 0 }
    : pairTable(tableOrPairs as CategoryPairs, weights !== "none");
  const n = compensatedSum(table.flat());
  if (n === 0) return noObservations;

  const rowSums = table.map((row) => compensatedSum(row));
  const columnSums = table.map((_, column) => compensatedSum(table.map((row) => row[column] ?? 0)));
  const span = Math.max(1, table.length - 1);
  /** 1 − w, so that whole counts stay whole. */
  const apart = (i: number, j: number) => {
    if (weights === "none") return i === j ? 0 : 1;
    return weights === "linear" ? Math.abs(i - j) / span : (i - j) ** 2 / span ** 2;
  };
  const over = (term: (i: number, j: number) => number) =>
    compensatedSum(table.flatMap((row, i) => row.map((_, j) => term(i, j))));
  const apartCount = over((i, j) => apart(i, j) * (table[i]?.[j] ?? 0));
  const apartByChance = over((i, j) => apart(i, j) * (rowSums[i] ?? 0) * ((columnSums[j] ?? 0) / n));
  if (apartByChance === 0) return sameRatings;
  const value = 1 - apartCount / apartByChance;

  const disagreement = apartCount / n;
  const chanceLeft = apartByChance / n;
  const observed = 1 - disagreement;
  const expected = 1 - chanceLeft;
  const rows = rowSums.map((sum) => sum / n);
  const columns = columnSums.map((sum) => sum / n);
  const share = (i: number, j: number) => (table[i]?.[j] ?? 0) / n;
  const product = (i: number, j: number) => (rows[i] ?? 0) * (columns[j] ?? 0);
  const weight = (i: number, j: number) => 1 - apart(i, j);
  const rowMeans = rows.map((_, i) => compensatedSum(columns.map((column, j) => weight(i, j) * column)));
  const columnMeans = columns.map((_, j) => compensatedSum(rows.map((row, i) => weight(i, j) * row)));
  const means = (i: number, j: number) => (rowMeans[i] ?? 0) + (columnMeans[j] ?? 0);
  const centre = observed * expected - 2 * expected + observed;
  const spread = over((i, j) => share(i, j) * (weight(i, j) * chanceLeft - means(i, j) * disagreement) ** 2);
  const spreadByChance = over((i, j) => product(i, j) * (weight(i, j) - means(i, j)) ** 2);
  const standardError = Math.sqrt(excess(spread, centre ** 2) / n) / chanceLeft ** 2;
  const errorByChance = Math.sqrt(excess(spreadByChance, expected ** 2) / n) / chanceLeft;
  const z = errorByChance > 0 ? value / errorByChance + 0 : null;
  return {
    status: "ok",
    value: value + 0,
    observedAgreement: observed,
    expectedAgreement: expected,
    n,
    droppedPairs,
    weights,
    standardError,
    interval: agreementInterval(value, standardError, criticalZ(level), level, "kappa-wald"),
    z,
    p: z === null ? null : 2 * normalUpperTail(Math.abs(z)),
  };
}

function squareTable(input: unknown): readonly (readonly number[])[] {
  const table = rowsOf(input, "table", (value, path) => inRange(value, "count", count, path));
  const columns = table[0]?.length ?? 0;
  if (columns === table.length) return table;
  throw new CxMetricsError(notSquare, { path: ["table"], values: { rows: table.length, columns } });
}

/** a − b, or 0 where what is left is rounding. */
function excess(a: number, b: number): number {
  return a - b > 1e-13 * a ? a - b : 0;
}
