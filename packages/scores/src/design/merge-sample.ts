import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { RatingScale } from "../scale.js";
import { count } from "../tally-builder.js";
import { addToCell, type Cells, finishCells } from "./cell-sums.js";
import { mergeMismatch, nothingToMerge } from "./problems.js";
import type { SampleDesign, SampleStratum } from "./sample-design.js";
import { checkPopulation } from "./sample-frame.js";

/** The sums of a cell, whatever its answer. */
interface Summed {
  readonly count: number;
  readonly weightSum: number;
  readonly squaredWeightSum: number;
}

/** Expects at least one tally, all of one kind of sample. */
export function expectOneSample<Tally extends SampleDesign<unknown>>(tallies: readonly Tally[]): Tally {
  const [first] = tallies;
  if (first === undefined) throw new CxMetricsError(nothingToMerge);
  tallies.forEach(({ clustered }, index) => {
    if (clustered !== first.clustered)
      throw differs(index, { en: "clustered", zh: "是否整群（clustered）" }, first.clustered, clustered);
  });
  return first;
}

/** Expects the same scale everywhere. */
export function expectOneScale(scales: readonly RatingScale[]): void {
  const [first] = scales;
  scales.forEach((scale, index) => {
    if (first !== undefined && (scale.min !== first.min || scale.max !== first.max))
      throw differs(
        index,
        { en: "the scale", zh: "量表" },
        `${first.min}–${first.max}`,
        `${scale.min}–${scale.max}`,
      );
  });
}

/** Flags of the whole: weighted or not at random as soon as one part is. */
export function mergeFlags(
  tallies: readonly SampleDesign<unknown>[],
): Omit<SampleDesign<never>, "strata" | "clustered"> {
  const kinds = tallies.map(({ sample }) => sample);
  const sample = kinds.includes("non-probability") ? "non-probability" : kinds[0];
  const known = sample !== undefined && (sample === "non-probability" || !kinds.includes(undefined));
  return {
    weighted: tallies.some(({ weighted }) => weighted),
    ...(known ? { sample } : {}),
    ...(tallies.some(({ calibratedWeights }) => calibratedWeights) ? { calibratedWeights: true } : {}),
  };
}

interface Part<Cell> extends SampleStratum<Cell> {
  readonly index: number;
}

/**
 * Merges strata by name and units by key; the cells of a unit add up by `codeOf`, a whole number per answer.
 *
 * @throws `CxMetricsError` `design.merge-mismatch`, `design.population-below-sample`
 */
export function mergeStrata<Cell extends Summed, Stratum extends SampleStratum<Cell>>(
  tallies: readonly SampleDesign<Stratum>[],
  codeOf: (cell: Cell) => number,
  reasonsOf: readonly string[],
): Stratum[] {
  const byName = new Map<string, (Stratum & { readonly index: number })[]>();
  tallies.forEach(({ strata }, index) => {
    for (const stratum of strata) {
      const parts = byName.get(stratum.stratum);
      if (parts) parts.push({ ...stratum, index });
      else byName.set(stratum.stratum, [{ ...stratum, index }]);
    }
  });
  return [...byName].map(([stratum, parts]) => {
    const population = mergePopulations(parts);
    const units = mergeUnits<Cell>(parts, codeOf);
    const clustered = units.some(({ unit }) => unit !== null);
    const sampleUnits = clustered ? units.length : parts.reduce((sum, part) => sum + part.sampleUnits, 0);
    checkPopulation(stratum, sampleUnits, population);
    const reasons = reasonsOf.map((name) => {
      const counts = new Map<string, number>();
      for (const part of parts)
        for (const [reason, records] of Object.entries(
          (part as unknown as Record<string, Record<string, number>>)[name] ?? {},
        ))
          count(counts, reason, records);
      return [name, Object.fromEntries(counts)];
    });
    return { stratum, sampleUnits, population, units, ...Object.fromEntries(reasons) } as Stratum;
  });
}

function mergeUnits<Cell extends Summed>(
  parts: readonly SampleStratum<Cell>[],
  codeOf: (cell: Cell) => number,
): SampleStratum<Cell>["units"] {
  const sums = new Map<string | null, Cells>();
  const answers = new Map<number, Cell>();
  for (const { units } of parts)
    for (const { unit, cells } of units) {
      let own = sums.get(unit);
      if (own === undefined) {
        own = new Map();
        sums.set(unit, own);
      }
      for (const cell of cells) {
        const code = codeOf(cell);
        answers.set(code, cell);
        addToCell(own, code, cell.weightSum, cell.count, cell.squaredWeightSum);
      }
    }
  return [...sums].map(([unit, cells]) => ({
    unit,
    cells: finishCells<Cell>(cells, (code) => answers.get(code) as Cell),
  }));
}

function mergePopulations(parts: readonly Part<unknown>[]): number | null {
  let known: number | null = null;
  for (const { population, index, stratum } of parts) {
    if (known !== null && population !== null && population !== known)
      throw differs(
        index,
        { en: `the population of stratum "${stratum}"`, zh: `层“${stratum}”的总体单元数` },
        known,
        population,
      );
    known ??= population;
  }
  return known;
}

function differs(
  index: number,
  what: LocalizedText,
  first: string | number | boolean,
  other: string | number | boolean,
): CxMetricsError {
  return new CxMetricsError(mergeMismatch, { path: ["tallies", index], values: { what, first, other } });
}
