import { expectRecord, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import type { CohortReason } from "../cohort-column.js";
import { type CohortColumn, cohortColumn } from "../cohort-column.js";
import { type CohortTable, expectAtMost, expectColumnsAtMost, readTable } from "../cohort-table.js";
import { allZero, negativeValues, noUnits } from "../reasons.js";
import { areUnique, benefitProgram, bestWeights } from "./best-weights.js";
import { nonDominated } from "./non-dominated.js";
import { type ReadBounds, readBounds, type ShareBounds } from "./share-bounds.js";

/** Options of `benefitOfDoubt`. The bounds have no default: with none, one good column can carry a unit to the top. */
export interface BenefitOptions {
  readonly bounds: ShareBounds;
}

/** Benefit-of-the-doubt scores with every unit's own weights. */
export interface BenefitScores extends CohortColumn {
  readonly bounds: ShareBounds;
  /** Weights by unit, then column, on the scale on which its best benchmark scores 1; `null` where a unit has none. */
  readonly weights: readonly (readonly number[] | null)[];
  /** What each column contributes to the unit's score, as shares that sum to 1. */
  readonly pieShares: readonly (readonly number[] | null)[];
  /** Whether these are the only weights with that score. At a score of 1 they usually are not: then quote the score, not the weights. */
  readonly unique: readonly (boolean | null)[];
  /** Rows of the units that score 1 under the unit's weights. */
  readonly benchmarks: readonly (readonly number[] | null)[];
}

/**
 * Benefit of the doubt (data envelopment analysis without inputs): every unit is scored under the weights that show it at
 * its best against all others.
 *
 * $$ CI_c = \max_{w \ge 0} \sum_q w_q I_{qc} \quad\text{subject to}\quad \sum_q w_q I_{qk} \le 1 \;\; \forall k $$
 *
 * Bounds are named: `weight-shares` $l_q \le w_q / \sum w \le u_q$ or `pie-shares` $l_q \le w_q I_{qc} / CI_c \le u_q$. Scores are exact to about 10⁻⁹. Weights
 * differ from unit to unit, so scores tell a distance to the front and not a common yardstick. The table takes no weights.
 * Sources: Melyn and Moesen, KU Leuven, 1991; Cherchye, Moesen, Rogge and Van Puyenbroeck, Social Indicators Research 82
 * (2007) 111; OECD/JRC Handbook (2008), 6.3, eq. 22, table 19 (weight shares 0.10–0.15).
 *
 * @param table columns of 0 or more in which more is better; 1,000 units and 60 columns at most; a unit with a gap takes no part
 * @param options the bounds
 * @returns scores 0…1, weights and benchmarks, or `not-computable`: `no-units`, `negative-values`, `all-zero`. A unit whose zeros contradict the pie-share bounds has the reason `shares-infeasible`
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.bounds-crossed`, `cohort.bounds-impossible`, `cohort.too-many-units`, `cohort.too-many-columns`, `document.missing-key`
 * @example
 * ```ts
 * const columns = [[0.9, 0.3, 0.5], [0.2, 0.8, 0.4]];
 * benefitOfDoubt({ columns }, { bounds: { kind: "none" } }).values[2]; // => 0.8181818181818182
 * benefitOfDoubt({ columns }, { bounds: { kind: "weight-shares", lower: [0.6, 0.2] } }).values[2]; // => 0.7419354838709677
 * ```
 */
export function benefitOfDoubt(
  table: Pick<CohortTable, "columns">,
  options: BenefitOptions,
): BenefitScores | NotComputable {
  const { length, rows, columns } = readTable(table, undefined, false);
  const record = expectRecord(options, ["options"], ["bounds"]);
  const bounds = readBounds(record["bounds"], columns.length);
  const n = rows.length;
  if (n === 0) return noUnits;
  expectAtMost(n, 1000);
  expectColumnsAtMost(columns.length, 60);
  if (columns.some((column) => column.some((value) => value < 0))) return negativeValues;
  const sizes = columns.map((column) => column.reduce((most, value) => Math.max(most, value), 0));
  const size = Math.max(...sizes);
  if (size === 0) return allZero;
  // Programs are solved near 1. Weight shares compare columns in their common unit, so that these share one divisor.
  const divisors = sizes.map((own) => (bounds.kind === "weight-shares" ? size : own === 0 ? 1 : own));
  const scaled = columns.map((column, place) => column.map((value) => value / (divisors[place] ?? 1)));
  const valuesOf = (unit: number) => scaled.map((column) => column[unit] ?? 0);
  const front = nonDominated(scaled, n).map(valuesOf);

  const solved = rows.map((_, unit) => scoreOf(valuesOf(unit), front, bounds));
  const values = solved.map((unit) => unit.score);
  const place = <T>(pick: (unit: Scored, own: readonly number[]) => T | null) => {
    const list = new Array<T | null>(length).fill(null);
    for (const [unit, row] of rows.entries()) list[row] = pick(solved[unit] ?? unscored, valuesOf(unit));
    return list;
  };
  const column = cohortColumn(length, rows, values, "not-solved");
  const reasons = column.reasons?.map((reason, row): CohortReason | null => {
    const unit = rows.indexOf(row);
    return unit === -1 ? reason : (solved[unit]?.reason ?? reason);
  });
  return {
    ...column,
    ...(reasons === undefined ? {} : { reasons }),
    bounds: bounds.kind === "none" ? { kind: "none" } : bounds,
    weights: place(({ weights }) => weights?.map((weight, at) => weight / (divisors[at] ?? 1)) ?? null),
    pieShares: place(({ weights, score }, own) =>
      weights && score ? weights.map((weight, at) => (weight * (own[at] ?? 0)) / score) : null,
    ),
    unique: place(({ unique }) => unique),
    benchmarks: place(({ weights }) =>
      weights === null ? null : rows.filter((_, unit) => dot(weights, valuesOf(unit)) >= 1 - 1e-9),
    ),
  };
}

interface Scored {
  readonly score: number | null;
  readonly weights: readonly number[] | null;
  readonly unique: boolean | null;
  readonly reason?: CohortReason;
}

const unscored: Scored = { score: null, weights: null, unique: null };

function dot(weights: readonly number[], values: readonly number[]): number {
  return compensatedSum(weights.map((weight, column) => weight * (values[column] ?? 0)));
}

function scoreOf(own: readonly number[], front: readonly (readonly number[])[], bounds: ReadBounds): Scored {
  // Where the unit has nothing in any column the score is 0 whatever the weights.
  if (own.every((value) => value === 0)) return { score: 0, weights: null, unique: false };
  if (bounds.kind === "pie-shares" && !sharesFeasible(own, bounds))
    return { ...unscored, reason: "shares-infeasible" };
  const program = benefitProgram(own, front, bounds);
  const found = bestWeights(program);
  const most = found === null ? 0 : Math.max(...front.map((benchmark) => dot(found, benchmark)));
  if (found === null || !(most > 0.999) || !(most < 1.001)) return unscored;
  // The solver leaves errors near its precision; on this scale the best benchmark scores 1 to the last bit.
  const weights = found.map((weight) => weight / most);
  const score = Math.min(1, dot(weights, own));
  return { score: score > 1 - 1e-12 ? 1 : score, weights, unique: areUnique(program, score) };
}

/** A column in which the unit has 0 has the pie share 0, whatever its weight. */
function sharesFeasible(own: readonly number[], { lower, upper }: ReadBounds): boolean {
  const room = upper.reduce((sum, most, column) => sum + ((own[column] ?? 0) > 0 ? most : 0), 0);
  return room >= 1 - 1e-9 && lower.every((least, column) => least === 0 || (own[column] ?? 0) > 0);
}
