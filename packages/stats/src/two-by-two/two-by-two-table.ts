import { namedMembers } from "../expect/named-members.js";
import { type ProportionCounts, proportionCounts } from "../proportion-interval/proportion-counts.js";

/** Successes and trials of two independent samples: a 2 × 2 table. */
export interface TwoByTwoTable {
  /** What is compared with: the earlier wave, the other group. */
  readonly a: ProportionCounts;
  readonly b: ProportionCounts;
}

/** Checked table. */
export function twoByTwoTable(table: TwoByTwoTable): TwoByTwoTable {
  const { a, b } = namedMembers(table, "table");
  return {
    a: proportionCounts(namedMembers(a, "a", ["a"]), ["a"]),
    b: proportionCounts(namedMembers(b, "b", ["b"]), ["b"]),
  };
}
