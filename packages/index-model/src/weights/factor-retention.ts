import { expectNumber, expectRecord } from "@cxmetrics/definition";

/** Which factors are kept: those that pass both limits, or a number of them. */
export type FactorRetention =
  | {
      /** A factor's eigenvalue must exceed this; 1 by default. */
      readonly eigenvalue?: number;
      /** Its share of the variance must exceed this; 0.1 by default. */
      readonly share?: number;
      /** All kept together should explain more than this, else a warning says so; 0.6 by default. */
      readonly cumulative?: number;
    }
  | { readonly factors: number };

/** Reads the limits, or the number of factors. */
export function readRetention(value: unknown): {
  eigenvalue: number;
  share: number;
  cumulative: number;
  factors: number | undefined;
} {
  const path = ["options", "retain"];
  const record =
    value === undefined
      ? {}
      : expectRecord(value, path, [], ["eigenvalue", "share", "cumulative", "factors"]);
  const limit = (key: string, otherwise: number, most: number) =>
    expectNumber(record[key] ?? otherwise, [...path, key], { least: 0, most });
  if (record["factors"] === undefined)
    return {
      eigenvalue: limit("eigenvalue", 1, 200),
      share: limit("share", 0.1, 1),
      cumulative: limit("cumulative", 0.6, 1),
      factors: undefined,
    };
  expectRecord(value, path, ["factors"]);
  const factors = expectNumber(record["factors"], [...path, "factors"], {
    least: 1,
    most: 200,
    integer: true,
  });
  return { eigenvalue: 0, share: 0, cumulative: 0, factors };
}
