import type { LinkLine, LinkMethod } from "./linked-series.js";

/** A source value and the target value for the same unit and period. */
export interface LinkPair {
  readonly source: number;
  readonly target: number;
}

/** Pairs that each method needs at least. */
export const leastPairs: Readonly<Record<LinkMethod, number>> = {
  multiplicative: 1,
  additive: 1,
  regression: 3,
};

/** The line through pairs, or `undefined` where they determine none. */
export function fitLink(
  method: LinkMethod,
  unit: string | null,
  pairs: readonly LinkPair[],
): LinkLine | undefined {
  const n = pairs.length;
  if (n < leastPairs[method]) return undefined;
  const centre = mean(pairs.map((pair) => pair.source));
  const middle = mean(pairs.map((pair) => pair.target));
  const spread = sum(pairs.map(({ source }) => (source - centre) ** 2));
  const line = lineOf(method, pairs, centre, middle, spread);
  if (!line || !Number.isFinite(line.slope) || !Number.isFinite(line.intercept)) return undefined;
  const { slope, intercept } = line;
  const df = n - (method === "regression" ? 2 : 1);
  const squares = sum(pairs.map(({ source, target }) => (target - intercept - slope * source) ** 2));
  const residual = df > 0 ? Math.sqrt(squares / df) : null;
  return {
    unit,
    intercept,
    slope,
    n,
    centre,
    spread,
    residual,
    standardError: residual === null ? null : residual / Math.sqrt(n),
  };
}

/** Standard error that a link adds to a value that it moves. */
export function linkErrorAt(method: LinkMethod, line: LinkLine, source: number): number | null {
  const { residual, n, centre, spread } = line;
  if (residual === null) return null;
  if (method === "additive") return residual / Math.sqrt(n);
  if (method === "multiplicative") return Math.abs(source / centre) * (residual / Math.sqrt(n));
  return residual * Math.sqrt(1 / n + (source - centre) ** 2 / spread);
}

function lineOf(
  method: LinkMethod,
  pairs: readonly LinkPair[],
  centre: number,
  middle: number,
  spread: number,
): { readonly slope: number; readonly intercept: number } | undefined {
  if (method === "additive")
    return { slope: 1, intercept: mean(pairs.map(({ source, target }) => target - source)) };
  if (method === "multiplicative")
    // A ratio needs levels of one sign: through 0 it would turn the scale round.
    return centre * middle > 0 ? { slope: middle / centre, intercept: 0 } : undefined;
  const furthest = Math.max(...pairs.map(({ source }) => Math.abs(source)));
  if (!(spread > 1e-24 * furthest ** 2 * pairs.length)) return undefined;
  const slope = sum(pairs.map(({ source, target }) => (source - centre) * (target - middle))) / spread;
  return { slope, intercept: middle - slope * centre };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
