import { expectOneOf, type Interval, type NotComputable } from "@cxmetrics/definition";
import { fDistribution } from "../distributions/f.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { completeRows } from "./complete-rows.js";
import { intraclassLimits } from "./intraclass-limits.js";
import { noRatedUnits, oneUnit, tooFewRaters, unitsAlike } from "./reasons.js";
import { twoWaySquares } from "./two-way-squares.js";

/**
 * Form of the intraclass correlation as Shrout and Fleiss number them. First number: 1 every unit has other raters; 2 the same raters, drawn
 * from many, absolute agreement; 3 these raters only, consistency. Second: `1` a single rater, `k` the mean of all.
 */
export type IntraclassForm = "ICC(1,1)" | "ICC(2,1)" | "ICC(3,1)" | "ICC(1,k)" | "ICC(2,k)" | "ICC(3,k)";

/** Options of `intraclassCorrelation`. */
export interface IntraclassCorrelationOptions {
  readonly form: IntraclassForm;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** Mean squares of the analysis of variance. */
export interface MeanSquares {
  /** Between units, n − 1 degrees of freedom. */
  readonly between: number;
  /** Within units, n(k − 1). */
  readonly within: number;
  /** Between raters, k − 1. */
  readonly raters: number;
  /** Residual, (n − 1)(k − 1). */
  readonly residual: number;
}

/** An intraclass correlation with its F test. */
export interface IntraclassCorrelation {
  readonly status: "ok";
  /** At most 1; below 0 where units differ less than chance would let them. */
  readonly value: number;
  readonly form: IntraclassForm;
  /** Units in the base. */
  readonly units: number;
  readonly raters: number;
  /** Units left out because a rating is missing. */
  readonly droppedUnits: number;
  /** F of no differences between units, or null where the error is 0. */
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  /** One-sided p-value of F, or null where there is no F. */
  readonly p: number | null;
  readonly interval: Interval | NotComputable;
  readonly meanSquares: MeanSquares;
}

const forms = ["ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"] as const;

/**
 * Intraclass correlation: the share of the variance of ratings that comes from the units and not from the raters.
 *
 * With mean squares between units (B), within units (W), between raters (J) and residual (E), k raters and n units:
 * $$ ICC(1,1) = \frac{B-W}{B+(k-1)W}, \quad ICC(2,1) = \frac{B-E}{B+(k-1)E+k(J-E)/n}, \quad ICC(3,1) = \frac{B-E}{B+(k-1)E} $$
 * $$ ICC(1,k) = \frac{B-W}{B}, \quad ICC(2,k) = \frac{B-E}{B+(J-E)/n}, \quad ICC(3,k) = \frac{B-E}{B} $$
 *
 * In the names of McGraw and Wong: ICC(1), ICC(A,1), ICC(C,1), ICC(1,k), ICC(A,k), ICC(C,k). F and exact limits for forms 1 and 3, Satterthwaite's
 * limits for form 2 (interval method `icc-f`, `icc-satterthwaite`). Shrout and Fleiss, Psychological Bulletin 86 (1979) 420–428;
 * McGraw and Wong, Psychological Methods 1 (1996) 30–46.
 *
 * Missing ratings: a unit with null is left out and counted.
 *
 * @param ratings one row for each unit, one column for each rater
 * @returns the correlation, or `not-computable`: `no-observations`, `single-observation`, `too-few-raters`, `no-variation` (units do not differ, where
 * the form divides by their variation)
 * @throws `CxMetricsError` `argument.not-an-object`, `document.not-allowed` (unknown form), `ratings.not-a-table`, `ratings.ragged`,
 * `ratings.not-a-rating`, `level.out-of-range`, `result.not-representable`
 * @example
 * ```ts
 * const judges = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * const icc = intraclassCorrelation(judges, { form: "ICC(2,1)" });
 * icc.status === "ok" && icc.value; // => 0.28976377952755905
 * ```
 */
export function intraclassCorrelation(
  ratings: readonly (readonly (number | null)[])[],
  options: IntraclassCorrelationOptions,
): IntraclassCorrelation | NotComputable {
  const { form: wanted, level: wantedLevel } = namedMembers(options, "options");
  const form = expectOneOf(wanted, ["form"], forms);
  const level = confidenceLevel(wantedLevel);
  const { rows, columns: k, dropped } = completeRows(ratings, "ratings");
  const n = rows.length;
  if (n === 0) return noRatedUnits;
  if (n === 1) return oneUnit;
  if (k < 2) return tooFewRaters;

  const squares = twoWaySquares(rows);
  const meanSquares: MeanSquares = {
    between: squares.between / (n - 1),
    within: (squares.columns + squares.residual) / (n * (k - 1)),
    raters: squares.columns / (k - 1),
    residual: squares.residual / ((n - 1) * (k - 1)),
  };
  const { between, within, raters, residual } = meanSquares;
  const oneWay = form.startsWith("ICC(1");
  const error = oneWay ? within : residual;
  const average = form.endsWith("k)");
  const raterPart = form.startsWith("ICC(2") ? (raters - residual) / n : 0;
  const denominator = average ? between + raterPart : between + (k - 1) * error + k * raterPart;
  // Not above 0 only where raters and units both vary less than chance would let them; what is left of 0 is rounding.
  if (!(denominator > 1e-12 * (between + k * (error + raters)))) return unitsAlike;
  const value = representable((between - error) / denominator, "intraclass correlation");
  const df1 = n - 1;
  const df2 = oneWay ? n * (k - 1) : (n - 1) * (k - 1);
  const ratio = between / error;
  const f = Number.isFinite(ratio) ? ratio : null;
  return {
    status: "ok",
    value,
    form,
    units: n,
    raters: k,
    droppedUnits: dropped,
    f,
    df1,
    df2,
    p: f === null ? null : fDistribution.survival(f, df1, df2),
    interval: intraclassLimits({ form, meanSquares, n, k, level }),
    meanSquares,
  };
}
