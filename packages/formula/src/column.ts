/**
 * Why a cell holds no number. The order is the order of precedence: where several inputs fail, the smallest code wins,
 * so that "not applicable" is told before "missing", and "missing" before what an operation could not do. Codes never change:
 * new faults are added at the end.
 *
 * @example
 * ```ts
 * faults.indexOf("missing"); // => 2
 * ```
 */
export const faults = [
  "none",
  "not-applicable",
  "missing",
  "withheld",
  "insufficient-coverage",
  "division-by-zero",
  "logarithm-of-non-positive",
  "undefined-power",
  "undefined-mean",
  "overflow",
  "undefined-spread",
  "outside-domain",
] as const;

/** Name of the reason why a cell holds no number; `none` when it holds one. */
export type Fault = (typeof faults)[number];

/**
 * A column of numbers with a validity mask. `fault[i]` is an index into `faults`; where it is not 0 the number is
 * meaningless and stored as 0.
 */
export interface Column {
  readonly values: Float64Array;
  readonly fault: Uint8Array;
}
