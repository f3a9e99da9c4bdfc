import { expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { type CohortColumn, cohortColumn } from "./cohort-column.js";
import { type CohortTable, expectAtMost, readTable } from "./cohort-table.js";
import { marginOf, pairSums } from "./pair-margins.js";
import { tooFewUnits } from "./reasons.js";
import { tieTolerance } from "./tie-tolerance.js";

/** Options of `copelandScores`. */
export interface CopelandOptions {
  /** `net` (default): wins less losses, −(n − 1)…n − 1. `share`: wins and half the ties over n − 1, 0…1. */
  readonly scale?: "net" | "share";
}

/** Copeland scores with the duels behind them. */
export interface CopelandScores extends CohortColumn {
  readonly wins: readonly (number | null)[];
  readonly ties: readonly (number | null)[];
  readonly losses: readonly (number | null)[];
  /** Row of the unit that beats every other, `null` where none does. */
  readonly condorcetWinner: number | null;
}

/**
 * Copeland scores: how many duels a unit wins less how many it loses, a duel being won with more than half the weight.
 *
 * $$ C_i = \sum_{j \ne i} \operatorname{sign}(e_{ij} - e_{ji}) $$
 *
 * A unit that wins every duel (Condorcet winner) always comes first. Weights that differ by no more than 10⁻¹² of their total
 * tie. Source: Copeland, University of Michigan seminar, 1951; OECD/JRC Handbook (2008), 6.12, for the matrix.
 *
 * @param table columns in which more is better, and weights; 2,000 units at most
 * @param options scale of the scores
 * @returns scores, or `not-computable` `too-few-units`
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `cohort.too-many-units`
 * @example
 * ```ts
 * const columns = [[4, 1, 3, 2], [2, 3, 4, 1], [1, 2, 3, 4]];
 * copelandScores({ columns }).values; // => [-1, -1, 3, -1]
 * copelandScores({ columns }, { scale: "share" }).values[0]; // => 0.3333333333333333
 * ```
 */
export function copelandScores(
  table: CohortTable,
  options: CopelandOptions = {},
): CopelandScores | NotComputable {
  const read = readTable(table, Number.MAX_VALUE);
  const record = expectRecord(options, ["options"], [], ["scale"]);
  const scale = expectOneOf(record["scale"] ?? "net", ["scale"], ["net", "share"]);
  const { length, rows } = read;
  const n = rows.length;
  if (n < 2) return tooFewUnits;
  expectAtMost(n, 2000);
  const sums = pairSums(read);
  const wins = new Array<number>(n).fill(0);
  const ties = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) {
      if (i === j) continue;
      const margin = marginOf(sums, i, j);
      if (margin > tieTolerance) wins[i] = (wins[i] ?? 0) + 1;
      else if (margin >= -tieTolerance) ties[i] = (ties[i] ?? 0) + 1;
    }
  const losses = wins.map((won, i) => n - 1 - won - (ties[i] ?? 0));
  const scores = wins.map((won, i) =>
    scale === "net" ? won - (losses[i] ?? 0) : (won + (ties[i] ?? 0) / 2) / (n - 1),
  );
  const winner = wins.indexOf(n - 1);
  const placed = (counts: number[]) => cohortColumn(length, rows, counts).values;
  return {
    ...cohortColumn(length, rows, scores),
    wins: placed(wins),
    ties: placed(ties),
    losses: placed(losses),
    condorcetWinner: winner === -1 ? null : (rows[winner] ?? null),
  };
}
