import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { boundsCrossed, boundsImpossible } from "../problems.js";
import { expectCount } from "../topsis/topsis-ideals.js";

/**
 * What holds the weights in check. `none`: nothing. `weight-shares`: each weight over the sum of weights. `pie-shares`: what
 * each column contributes to the unit's own score. The two are different problems with different scores.
 */
export type ShareBounds =
  | { readonly kind: "none" }
  | {
      readonly kind: "weight-shares" | "pie-shares";
      /** Smallest share, 0…1: one for all columns or one each; 0 when left out. */
      readonly lower?: number | readonly number[];
      /** Largest share, 0…1; 1 when left out. */
      readonly upper?: number | readonly number[];
    };

/** Bounds with one number per column. */
export interface ReadBounds {
  readonly kind: ShareBounds["kind"];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Expects bounds that leave room for shares that sum to 1. */
export function readBounds(value: unknown, count: number): ReadBounds {
  const path = ["bounds"];
  const record = expectRecord(value, path, ["kind"], ["lower", "upper"]);
  const kind = expectOneOf(record["kind"], ["bounds", "kind"], ["none", "weight-shares", "pie-shares"]);
  if (kind === "none") {
    expectRecord(value, path, ["kind"]);
    return { kind, lower: new Array<number>(count).fill(0), upper: new Array<number>(count).fill(1) };
  }
  const lower = perColumn(record["lower"] ?? 0, count, ["bounds", "lower"]);
  const upper = perColumn(record["upper"] ?? 1, count, ["bounds", "upper"]);
  for (const [column, least] of lower.entries()) {
    const most = upper[column] ?? 1;
    if (least > most)
      throw new CxMetricsError(boundsCrossed, {
        path: ["bounds", "lower", column],
        values: { lower: least, upper: most },
      });
  }
  const sums = { lower: compensatedSum(lower), upper: compensatedSum(upper) };
  // A share such as 0.1 ten times over may miss 1 by rounding.
  if (sums.lower > 1 + 1e-9 || sums.upper < 1 - 1e-9)
    throw new CxMetricsError(boundsImpossible, { path, values: sums });
  return { kind, lower, upper };
}

function perColumn(value: unknown, count: number, path: ProblemPath): readonly number[] {
  const share = { least: 0, most: 1 };
  if (!Array.isArray(value)) return new Array<number>(count).fill(expectNumber(value, path, share));
  const list = expectList(value, path, (item, at) => expectNumber(item, at, share));
  expectCount(list, count, path.join("."));
  return list;
}
