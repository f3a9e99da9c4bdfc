import type { NotComputable } from "@cxmetrics/definition";
import { choleskyFactor, solveLower } from "../correlations/cholesky-factor.js";
import { correlationMatrix } from "../correlations/correlation-matrix.js";
import { standardisedColumn } from "../correlations/standardised-column.js";
import { chiSquaredDistribution } from "../distributions/chi-squared.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import { expectNumbersOrNull, expectRows, sameItems } from "./expect-answers.js";
import { collinearItems, constantItems, noAnswers, tooFewCompleteRows } from "./reasons.js";

/** Options of `mahalanobisDistances`. */
export interface MahalanobisOptions {
  /** A row is flagged when its p-value is below 1 − level; 0.99 where it is left out. */
  readonly level?: number;
}

/** How far one row lies from the centre of all rows. */
export interface MahalanobisRow {
  /** D². */
  readonly squaredDistance: number;
  /** Upper tail of the χ² distribution at D²: approximate, as the rows themselves set the centre. */
  readonly pValue: number;
  readonly flagged: boolean;
}

/** Mahalanobis distances of all complete rows. */
export interface MahalanobisDistances {
  readonly status: "ok";
  /** Complete rows; the centre and the covariances come from these. */
  readonly n: number;
  /** Rows that lack an answer; they have no distance. */
  readonly missing: number;
  /** Number of items. */
  readonly degreesOfFreedom: number;
  readonly level: number;
  /** The D² above which a row is flagged. */
  readonly cut: number;
  /** In the order given; `null` where an answer is missing. */
  readonly rows: readonly (MahalanobisRow | null)[];
}

/**
 * Mahalanobis distance of each respondent's answers from the mean of all, with a χ² cut: combinations of answers that are rare given how the
 * items hang together.
 *
 * $$ D_i^2 = (x_i - \bar x)^\top S^{-1} (x_i - \bar x), \qquad p_i = P(\chi^2_k > D_i^2) $$
 *
 * S has divisor n − 1; D² is at most (n − 1)²/n, so small samples flag nobody. Rows that lack an answer are left out (listwise). The
 * distance does not depend on the units or the direction of items. An unusual answer is not a careless one: read before you judge.
 * Source: Mahalanobis (1936); Meade and Craig, Psychological Methods 17 (2012) 437–455. Agrees with R's `mahalanobis`.
 *
 * @param rows one list of answers per respondent, all of the same length
 * @returns the distances, or `not-computable`: `no-observations`, `no-answers` (rows without items), `too-few-observations` (no more
 * complete rows than items), `constant-item`, `collinear-items`
 * @throws `CxMetricsError` `rows.not-a-list`, `rows.ragged`, `argument.not-a-list`, `argument.not-a-number`, `argument.not-an-object`,
 * `level.out-of-range`
 * @example
 * ```ts
 * const found = mahalanobisDistances([[1, 2], [2, 1], [3, 4], [4, 3], [5, 1]], { level: 0.8 });
 * found.status === "ok" && found.rows[4]?.squaredDistance; // => 2.447058823529412
 * ```
 */
export function mahalanobisDistances(
  rows: readonly ArrayLike<number | null | undefined>[],
  options: MahalanobisOptions = {},
): MahalanobisDistances | NotComputable {
  const answers = expectRows(rows, "rows", expectNumbersOrNull);
  const items = sameItems(answers, ["rows"]);
  const level = confidenceLevel(namedMembers(options, "options", ["options"]).level ?? 0.99);
  const complete = answers.filter((row): row is readonly number[] => !row.includes(null));
  const n = complete.length;
  if (n === 0) return noObservations;
  if (items === 0) return noAnswers;
  if (n <= items) return tooFewCompleteRows(n, items);
  const weights = new Float64Array(n).fill(1);
  const standard = Array.from({ length: items }, (_, item) =>
    standardisedColumn(
      Float64Array.from(complete, (row) => row[item] ?? 0),
      weights,
    ),
  );
  const columns = standard.filter((column) => column !== undefined);
  if (columns.length < items)
    return constantItems(standard.flatMap((column, item) => (column === undefined ? [item] : [])));
  const factor = choleskyFactor(correlationMatrix(columns, weights).values, items);
  if (factor.dependent.length > 0) return collinearItems(factor.dependent);

  const cut = chiSquaredDistribution.quantile(level, items);
  let at = 0;
  const placed = answers.map((row): MahalanobisRow | null => {
    if (row.includes(null)) return null;
    const place = at++;
    const centred = Float64Array.from(columns, (column) => column[place] as number);
    let squares = 0;
    for (const part of solveLower(factor, centred)) squares += part * part;
    // Columns have variance 1 with divisor n; S has divisor n − 1.
    const squaredDistance = squares * ((n - 1) / n);
    return {
      squaredDistance,
      pValue: chiSquaredDistribution.survival(squaredDistance, items),
      flagged: squaredDistance > cut,
    };
  });
  return { status: "ok", n, missing: answers.length - n, degreesOfFreedom: items, level, cut, rows: placed };
}
