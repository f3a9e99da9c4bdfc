import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { readConstant } from "../leaf.js";
import type { Parser } from "../parser.js";
import { badKnot, knotOrder } from "../problems.js";

/** Beyond these bounds a difference of two knots would overflow. */
const range = { least: -1e150, most: 1e150 } as const;

/** A pair of constants. */
export type Pair = readonly [number | string, number | string];

/** Reads an untrusted list of pairs of constants whose first members increase strictly. */
export function parsePairs(
  value: unknown,
  path: ProblemPath,
  count: { readonly op: string; readonly least: number },
  parser: Parser,
): readonly Pair[] {
  const most = Number.POSITIVE_INFINITY;
  const pairs = parser.list(value, path, { ...count, most }, (item, at): Pair => {
    const members: readonly unknown[] = Array.isArray(item) && item.length === 2 ? item : [];
    const sizes = Array.from(members, readConstant);
    const sound = sizes.every((size) => size !== undefined && size >= range.least && size <= range.most);
    if (sizes.length !== 2 || !sound)
      throw new CxMetricsError(badKnot, { path: at, values: { found: describeValue(item), ...range } });
    return [members[0] as number | string, members[1] as number | string];
  });
  pairs.forEach(([after], k) => {
    const before = pairs[k - 1]?.[0];
    if (before !== undefined && !(Number(readConstant(before)) < Number(readConstant(after))))
      throw new CxMetricsError(knotOrder, { path: [...path, k], values: { before, after } });
  });
  return pairs;
}

/** The first or second members of pairs, as numbers. */
export function members(pairs: readonly Pair[], side: 0 | 1): Float64Array {
  return Float64Array.from(pairs, (pair) => readConstant(pair[side]) ?? 0);
}
