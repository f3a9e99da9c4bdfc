import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { type Cells, finishCells } from "./cell-sums.js";
import { type DesignSettings, readKey } from "./design-options.js";
import { populationBelowSample } from "./problems.js";
import type { SampleStratum, SampleUnit } from "./sample-design.js";

/** Strata and sampling units of the whole sample, whoever answered. */
export interface SampleFrame {
  readonly clustered: boolean;
  readonly strata: Map<string, FrameStratum>;
}

/** One stratum of the frame. */
interface FrameStratum {
  records: number;
  readonly population: number | null;
  readonly units: Set<string>;
}

/** Cells of one domain, by stratum and unit. */
export type DomainCells = Map<string, Map<string | null, Cells>>;

/** A frame without records yet. Strata with a stated population are in it even when no record comes. */
export function startFrame({ strata, clusters, populations }: DesignSettings): SampleFrame {
  const frame: SampleFrame = { clustered: clusters !== undefined, strata: new Map() };
  for (const [stratum, population] of populations) frame.strata.set(stratum, emptyStratum(population));
  if (strata === undefined && populations.size === 0) frame.strata.set("", emptyStratum(null));
  return frame;
}

function emptyStratum(population: number | null): FrameStratum {
  return { records: 0, population, units: new Set() };
}

/** Enters one record into the frame and says where it belongs. */
export function addToFrame(
  frame: SampleFrame,
  { strata, clusters }: DesignSettings,
  row: number,
): { readonly stratum: string; readonly unit: string | null } {
  const stratum = strata === undefined ? "" : readKey(strata[row], "strata", row);
  const unit = clusters === undefined ? null : readKey(clusters[row], "clusters", row);
  let place = frame.strata.get(stratum);
  if (place === undefined) {
    place = emptyStratum(null);
    frame.strata.set(stratum, place);
  }
  place.records++;
  if (unit !== null) place.units.add(unit);
  return { stratum, unit };
}

/** The cells of a unit in a domain. */
export function cellsAt(domain: DomainCells, stratum: string, unit: string | null): Cells {
  let units = domain.get(stratum);
  if (units === undefined) {
    units = new Map();
    domain.set(stratum, units);
  }
  let cells = units.get(unit);
  if (cells === undefined) {
    cells = new Map();
    units.set(unit, cells);
  }
  return cells;
}

/**
 * Strata of a domain as plain data: all units of the frame are there, with the domain's cells.
 *
 * @throws `CxMetricsError` `design.population-below-sample`
 */
export function finishStrata<Cell>(
  frame: SampleFrame,
  domain: DomainCells,
  answerOf: (code: number) => Omit<Cell, "count" | "weightSum" | "squaredWeightSum">,
): SampleStratum<Cell>[] {
  return [...frame.strata].map(([stratum, { records, population, units: keys }]) => {
    const sampleUnits = frame.clustered ? keys.size : records;
    checkPopulation(stratum, sampleUnits, population);
    const cells = domain.get(stratum);
    const names: readonly (string | null)[] = frame.clustered ? [...keys] : [null];
    const units = names.map(
      (unit): SampleUnit<Cell> => ({ unit, cells: finishCells<Cell>(cells?.get(unit), answerOf) }),
    );
    return { stratum, sampleUnits, population, units };
  });
}

/** Expects a population that can hold the sample. */
export function checkPopulation(stratum: string, sampleUnits: number, population: number | null): void {
  if (population === null || sampleUnits <= population) return;
  throw new CxMetricsError(populationBelowSample, {
    path: ["populations", stratum],
    values: { stratum: describeValue(stratum), sample: sampleUnits, population },
  });
}
