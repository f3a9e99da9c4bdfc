import { scoresAlone } from "../attribution/scores-alone.js";
import { looksSideways } from "../comparison/looks-sideways.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { scoreIndex } from "../score-index.js";
import type { Standing } from "./improvement.js";
import { trialScorer } from "./trial-scorer.js";

/** Raw values of one unit to be tried, by column. */
export type Trial = ReadonlyMap<string, number>;

/** Where a unit stands in each trial; what is common to all trials need not be repeated in each. */
export type Stand = (trials: readonly Trial[], common?: Trial) => readonly Standing[];

/**
 * Scores trials of one unit among the others. A unit whose score is its own is tried as many rows of one table; one whose score depends on the others is
 * tried among them, table by table.
 */
export function standings(
  definition: IndexDefinition,
  table: IndexTable,
  row: number,
  node: string,
  better: "higher" | "lower",
): Stand {
  const lean = scoresAlone(definition);
  const whole = scoreIndex(lean, table);
  const sign = better === "higher" ? 1 : -1;
  const placed = (score: number | null, all: readonly (number | null)[]): Standing => {
    if (score === null) return { score, rank: null };
    let ahead = 0;
    for (let other = 0; other < all.length; other++) {
      const value = all[other] ?? null;
      if (other !== row && value !== null && sign * value > sign * score) ahead += 1;
    }
    return { score, rank: ahead + 1 };
  };
  const present = whole.nodes[node]?.values ?? [];
  if (looksSideways(whole))
    return (trials, common) =>
      trials.map((trial) => {
        const columns = cells(table, (name, list) => {
          const moved = Array.from(list, (cell) => cell);
          const value = trial.get(name) ?? common?.get(name);
          if (value !== undefined) moved[row] = value;
          return moved;
        });
        const values = scoreIndex(lean, { ...table, columns }).nodes[node]?.values ?? [];
        return placed(values[row] ?? null, values);
      });
  const byTable = (trials: readonly Trial[], common?: Trial): readonly (number | null)[] => {
    const repeat = <T>(list: ArrayLike<T>) => trials.map(() => list[row] as T);
    const tried: IndexTable = {
      units: repeat(table.units),
      columns: cells(table, (name, list) =>
        trials.map((trial) => trial.get(name) ?? common?.get(name) ?? list[row] ?? null),
      ),
      ...(table.attributes
        ? {
            attributes: Object.fromEntries(
              Object.entries(table.attributes).map(([name, texts]) => [name, repeat(texts)]),
            ),
          }
        : {}),
      ...(table.periods ? { periods: repeat(table.periods) } : {}),
    };
    return scoreIndex(lean, tried).nodes[node]?.values ?? [];
  };
  const byFormula = trialScorer(lean, table, row, node);
  // The formula is used where it gives what the table gives.
  const agrees = byFormula?.([new Map()])[0] === (present[row] ?? null);
  return (trials, common) => {
    if (trials.length === 0) return [];
    const swift = agrees && trials.every(allFinite) && allFinite(common ?? new Map());
    const values = swift ? byFormula?.(trials, common) : byTable(trials, common);
    return trials.map((_, index) => placed(values?.[index] ?? null, present));
  };
}

function allFinite(trial: Trial): boolean {
  for (const value of trial.values()) if (!Number.isFinite(value)) return false;
  return true;
}

function cells(
  table: IndexTable,
  fill: (name: string, list: ArrayLike<number | null>) => (number | null)[],
): IndexTable["columns"] {
  return Object.fromEntries(Object.entries(table.columns).map(([name, list]) => [name, fill(name, list)]));
}
