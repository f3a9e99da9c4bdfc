import { compensatedSum } from "@cxmetrics/stats";

/**
 * How a row moves an estimate that is a ratio of sums over rows, $R = \sum t / \sum b$: a share and a mean have b = 1 in their base,
 * a weighted score has b = w and t = wc.
 */
export interface RowReading {
  /** Headers, in the order in which `read` takes the cells. */
  readonly columns: readonly string[];
  /** What a row adds above and below, or `null` outside the base. */
  read(cells: readonly (string | null)[]): readonly [top: number, bottom: number] | null;
}

/** A reading made of counted contents: what a row is worth to the estimate. */
export interface RowInfluence {
  /** Records in the base. */
  readonly n: number;
  /** $\sum z^2$. */
  readonly squares: number;
  /** $z = (t - R b)/\sum b$, 0 outside the base. */
  influence(cells: readonly (string | null)[]): number;
}

/**
 * Linearises a reading over the contents of all its rows. `null` where nothing is below.
 *
 * Source: Särndal, Swensson and Wretman, Model Assisted Survey Sampling (1992), section 5.5.
 */
export function influenceOf(
  reading: RowReading,
  cells: readonly { readonly values: readonly (string | null)[]; readonly count: number }[],
): RowInfluence | null {
  const counted = cells.flatMap(({ values, count }) => {
    const parts = reading.read(values);
    return parts === null ? [] : [{ top: parts[0] * count, bottom: parts[1] * count, count }];
  });
  const n = counted.reduce((sum, { count }) => sum + count, 0);
  const top = compensatedSum(counted.map((cell) => cell.top));
  const bottom = compensatedSum(counted.map((cell) => cell.bottom));
  if (!(bottom > 0)) return null;
  const ratio = top / bottom;
  const influence = (values: readonly (string | null)[]) => {
    const parts = reading.read(values);
    return parts === null ? 0 : (parts[0] - ratio * parts[1]) / bottom;
  };
  const squares = compensatedSum(cells.map(({ values, count }) => count * influence(values) ** 2));
  return Number.isFinite(squares) ? { n, squares, influence } : null;
}
