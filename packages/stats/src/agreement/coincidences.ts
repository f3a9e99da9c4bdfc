import { CxMetricsError } from "@cxmetrics/definition";
import { representable } from "../expect/representable.js";
import type { Category } from "./expect/rating.js";
import { negativeRatio } from "./problems.js";
import type { UnitCounts } from "./unit-counts.js";

/** What differences of ratings mean: sameness, order, distance, or proportion. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

/** Units with everything that does not change from resample to resample. */
export interface PreparedUnits {
  readonly units: readonly UnitCounts[];
  readonly level: MeasurementLevel;
  /** Where each value stands on a scale of bounded numbers; ordinal places follow from the counts instead. */
  readonly positions: Float64Array;
  /** Disagreement inside each unit, divided by its ratings − 1; ordinal ones follow from the counts. */
  readonly within: Float64Array | null;
}

/** Readies the units for `alphaOf`; values are in ascending order. */
export function prepared(
  units: readonly UnitCounts[],
  values: readonly Category[],
  level: MeasurementLevel,
): PreparedUnits {
  const positions = scaledPositions(values, level);
  const within =
    level === "ordinal"
      ? null
      : Float64Array.from(units, (unit) => disagreement(unit, positions, level) / (unit.size - 1));
  return { units, level, positions, within };
}

/** Krippendorff's alpha of the chosen units, or null where all their ratings are the same. */
export function alphaOf(
  { units, level, positions, within }: PreparedUnits,
  chosen: Uint32Array,
): number | null {
  const totals = new Float64Array(positions.length);
  let size = 0;
  for (const index of chosen) {
    const unit = units[index];
    if (!unit) continue;
    size += unit.size;
    for (let at = 0; at < unit.places.length; at++) {
      const place = unit.places[at] ?? 0;
      totals[place] = (totals[place] ?? 0) + (unit.counts[at] ?? 0);
    }
  }
  const places = [...totals.keys()].filter((place) => totals[place] !== 0);
  if (places.length < 2) return null;
  const scale = level === "ordinal" ? midRanks(totals) : positions;
  const counts = places.map((place) => totals[place] ?? 0);
  const expected = disagreement({ places, counts, size }, scale, level) / (size - 1);
  let observed = 0;
  for (const index of chosen) {
    const unit = units[index];
    if (!unit) continue;
    observed += within?.[index] ?? disagreement(unit, scale, level) / (unit.size - 1);
  }
  // Values that differ too little for a double's square count as the same.
  return expected > 0 ? representable(1 - observed / expected, "alpha") : null;
}

/** Σ n_c n_k δ²_ck over ordered pairs of different categories. */
function disagreement(
  { places, counts, size }: UnitCounts,
  scale: Float64Array,
  level: MeasurementLevel,
): number {
  if (places.length < 2) return 0;
  if (level === "nominal") return counts.reduce((sum, count) => sum + count * (size - count), 0);
  if (level === "ratio") return ratioDisagreement(places, counts, scale);
  let mean = 0;
  for (const [at, place] of places.entries()) mean += ((counts[at] ?? 0) / size) * (scale[place] ?? 0);
  let squares = 0;
  for (const [at, place] of places.entries())
    squares += (counts[at] ?? 0) * ((scale[place] ?? 0) - mean) ** 2;
  return 2 * size * squares;
}

function ratioDisagreement(
  places: readonly number[],
  counts: readonly number[],
  scale: Float64Array,
): number {
  let sum = 0;
  for (let first = 1; first < places.length; first++) {
    const a = scale[places[first] ?? 0] ?? 0;
    for (let second = 0; second < first; second++) {
      const b = scale[places[second] ?? 0] ?? 0;
      sum += (counts[first] ?? 0) * (counts[second] ?? 0) * ((a - b) / (a + b)) ** 2;
    }
  }
  return 2 * sum;
}

/**
 * Middle rank of each value. The ordinal distance of two values is the difference of their middle ranks, because the ratings between them, with
 * half of each end, are just those that one rank has more than the other.
 */
function midRanks(totals: Float64Array): Float64Array {
  let before = 0;
  return totals.map((count) => {
    const rank = before + count / 2;
    before += count;
    return rank;
  });
}

/** Alpha does not change with the unit of the scale, so values are brought to 0…1, where no square overflows. */
function scaledPositions(values: readonly Category[], level: MeasurementLevel): Float64Array {
  if (level === "nominal" || level === "ordinal") return new Float64Array(values.length);
  const list = values as readonly number[];
  const lowest = list[0] ?? 0;
  const highest = list.at(-1) ?? 0;
  if (level === "interval") {
    const range = representable(highest - lowest, "range of ratings") || 1;
    return Float64Array.from(list, (value) => (value - lowest) / range);
  }
  if (lowest < 0) throw new CxMetricsError(negativeRatio, { path: ["ratings"], values: { found: lowest } });
  return Float64Array.from(list, (value) => value / (highest || 1));
}
