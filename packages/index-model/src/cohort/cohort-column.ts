/** Why a unit has no value although its cohort has: `missing` a value that carries weight, `no-distance` (it lies on both ideals), `shares-infeasible` (its zeros contradict the pie-share bounds), `not-solved`. */
export type CohortReason = "missing" | "no-distance" | "shares-infeasible" | "not-solved";

/** One number per unit, computed from all of them. */
export interface CohortColumn {
  readonly status: "ok";
  /** Values in the order of the units; `null` where a unit has none. */
  readonly values: readonly (number | null)[];
  /** Reason per unit, `null` where a number stands. Left out when every unit has one. */
  readonly reasons?: readonly (CohortReason | null)[];
  /** Units that took part. */
  readonly n: number;
}

/** Puts the values of the units that took part back into their rows; the others are `missing`. */
export function cohortColumn(
  length: number,
  rows: ArrayLike<number>,
  values: ArrayLike<number | null>,
  reasonOfNull: CohortReason = "missing",
): CohortColumn {
  const placed: (number | null)[] = new Array<number | null>(length).fill(null);
  const reasons: (CohortReason | null)[] = new Array<CohortReason | null>(length).fill("missing");
  let present = 0;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const value = values[place] ?? null;
    placed[row] = value === null ? null : value + 0;
    reasons[row] = value === null ? reasonOfNull : null;
    if (value !== null) present += 1;
  }
  const column = { status: "ok", values: placed, n: rows.length } as const;
  return present === length ? column : { ...column, reasons };
}
