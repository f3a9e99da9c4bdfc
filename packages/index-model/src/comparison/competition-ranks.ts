import { rankNumbers } from "../cohort/rank-numbers.js";

/** Rank 1 is the best; equal values share the best of their places (1, 2, 2, 4). `null` where there is no value. */
export function competitionRanks(
  values: readonly (number | null)[],
  better: "higher" | "lower" = "higher",
): readonly (number | null)[] {
  const rows = values.flatMap((value, row) => (value === null ? [] : [{ value, row }]));
  const order = better === "higher" ? "descending" : "ascending";
  const own = rankNumbers(
    rows.map(({ value }) => value),
    order,
    "minimum",
  );
  const ranks: (number | null)[] = values.map(() => null);
  rows.forEach(({ row }, place) => {
    ranks[row] = own[place] ?? null;
  });
  return ranks;
}
