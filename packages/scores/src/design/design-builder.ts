import type { RatingScale } from "../scale.js";
import { type RatingReader, readRating, readWeight, startReader } from "../tally-builder.js";
import { addToCell } from "./cell-sums.js";
import type { DesignSettings } from "./design-options.js";
import type { DesignCell, DesignTally } from "./design-tally.js";
import type { SampleDesign } from "./sample-design.js";
import { cellsAt, type DomainCells, finishStrata, type SampleFrame } from "./sample-frame.js";

/** The records of one domain while they are being tallied: the whole sample, or one of its groups. */
export interface Domain {
  readonly cells: DomainCells;
  readonly readers: Map<string, RatingReader>;
}

/** A domain without records. */
export function startDomain(): Domain {
  return { cells: new Map(), readers: new Map() };
}

/** Adds one record, already entered into the frame, to a domain. */
export function addToDomain(
  { cells, readers }: Domain,
  scale: RatingScale,
  settings: DesignSettings,
  { stratum, unit }: { readonly stratum: string; readonly unit: string | null },
  rating: unknown,
  row: number,
): void {
  let reader = readers.get(stratum);
  if (reader === undefined) {
    reader = startReader(scale, settings);
    readers.set(stratum, reader);
  }
  const point = readRating(reader, rating, row);
  if (point < 0) return;
  const weight: unknown = settings.weights === undefined ? 1 : settings.weights[row];
  if (readWeight(reader, weight, row)) addToCell(cellsAt(cells, stratum, unit), point, weight);
}

/** The tally of a domain, with every unit of the frame. */
export function finishDesign(
  frame: SampleFrame,
  { cells, readers }: Domain,
  scale: RatingScale,
  settings: DesignSettings,
): DesignTally {
  const strata = finishStrata<DesignCell>(frame, cells, (code) => ({ point: scale.min + code }));
  return {
    scale,
    ...describeSample(frame, settings),
    strata: strata.map((stratum) => ({
      ...stratum,
      missing: Object.fromEntries(readers.get(stratum.stratum)?.missing ?? []),
      invalid: Object.fromEntries(readers.get(stratum.stratum)?.invalid ?? []),
    })),
  };
}

/** What a tally says of its sample as a whole. */
export function describeSample(
  { clustered }: SampleFrame,
  { weights, sample, calibratedWeights }: DesignSettings,
): Omit<SampleDesign<never>, "strata"> {
  return {
    weighted: weights !== undefined,
    clustered,
    ...(sample === undefined ? {} : { sample }),
    ...(calibratedWeights ? { calibratedWeights } : {}),
  };
}
