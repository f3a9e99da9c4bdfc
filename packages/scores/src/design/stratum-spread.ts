import { compensatedSum } from "@cxmetrics/stats";
import type { SampleStratum } from "./sample-design.js";

/** How the linearised totals of the units of one stratum scatter, for one score or for two that go together. */
export interface StratumSpread {
  readonly stratum: string;
  /** Units drawn. */
  readonly units: number;
  /** Units with weight in the base. */
  readonly activeUnits: number;
  readonly population: number | null;
  /** $\sum (z_i - \bar z)(z'_i - \bar z')$ over the units drawn. */
  readonly centred: number;
  /** $\sum z_i z'_i$. */
  readonly raw: number;
}

/** What one unit of weight on a cell adds to a linearised score, and whether it counts. */
export type Influence<Cell> = (cell: Cell) => number;

interface Summed {
  readonly count: number;
  readonly weightSum: number;
  readonly squaredWeightSum: number;
}

/** Centred sums this much smaller than the raw ones are what rounding left of 0. */
const rounding = 1e-14;

/**
 * Spread of each stratum. The total of a cluster is $z_i = \sum w\,l$ over its cells; where every record is a unit of its own the
 * sums of squares follow from Σw and Σw² per cell, without the records.
 *
 * @param a influence of a cell on the first score
 * @param b influence on the second; the same function for a variance
 * @param counts whether a cell is in the base
 */
export function stratumSpreads<Cell extends Summed>(
  strata: readonly SampleStratum<Cell>[],
  a: Influence<Cell>,
  b: Influence<Cell>,
  counts: (cell: Cell) => boolean,
): StratumSpread[] {
  return strata.map(({ stratum, sampleUnits, population, units }) => {
    const place = { stratum, units: sampleUnits, population };
    const [pooled] = units;
    if (pooled?.unit !== null) {
      const active = units.filter(({ cells }) => cells.some((cell) => cell.weightSum > 0 && counts(cell)));
      const total = (influence: Influence<Cell>) =>
        units.map(({ cells }) => compensatedSum(cells.map((cell) => cell.weightSum * influence(cell))));
      const first = total(a);
      return {
        ...place,
        activeUnits: active.length,
        ...spreadOf(first, a === b ? first : total(b), sampleUnits),
      };
    }
    const { cells } = pooled;
    const sum = (term: (cell: Cell) => number) => compensatedSum(cells.map(term));
    const first = sum((cell) => cell.weightSum * a(cell));
    const second = a === b ? first : sum((cell) => cell.weightSum * b(cell));
    // One factor at a time: squares of sums could leave the range of a double.
    const raw = sum((cell) => cell.squaredWeightSum * a(cell) * b(cell));
    const activeUnits = cells.reduce(
      (records, cell) => records + (cell.weightSum > 0 && counts(cell) ? cell.count : 0),
      0,
    );
    return {
      ...place,
      activeUnits,
      raw,
      centred: settle(raw - (first / sampleUnits) * second, raw, sampleUnits),
    };
  });
}

/** Spread of unit totals; units that are drawn but not listed have the total 0. */
export function spreadOf(
  a: readonly number[],
  b: readonly number[],
  drawn: number,
): { readonly centred: number; readonly raw: number } {
  const raw = compensatedSum(a.map((total, unit) => total * (b[unit] ?? 0)));
  if (drawn === 0) return { raw, centred: 0 };
  const meanA = compensatedSum(a) / drawn;
  const meanB = a === b ? meanA : compensatedSum(b) / drawn;
  const centred =
    compensatedSum(a.map((total, unit) => (total - meanA) * ((b[unit] ?? 0) - meanB))) +
    (drawn - a.length) * meanA * meanB;
  return { raw, centred: settle(centred, raw, drawn) };
}

function settle(centred: number, raw: number, drawn: number): number {
  return drawn === 0 || Math.abs(centred) <= rounding * Math.abs(raw) ? 0 : centred;
}
