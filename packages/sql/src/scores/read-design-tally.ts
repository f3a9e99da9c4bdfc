import {
  type DesignCell,
  type DesignStratum,
  type DesignTally,
  mergeDesignTallies,
  type ScoreDefinition,
  tallyDesign,
} from "@cxmetrics/scores";
import { type ReadRow, readRows, type SqlRow } from "../read-rows.js";
import { type ClassCounts, countClass, refuseInvalid, startCounts } from "./class-counts.js";
import { expectReading } from "./read-rating-tally.js";
import { type ReadDesignOptions, rowsByUnit } from "./read-sample.js";

/** Options of a design that are not the reader's own. */
export const designNames = ["stratified", "clustered", "populations", "sample", "calibratedWeights"];

/**
 * The rows of a compiled design tally as the tally that `tallyDesign` would have taken; strata and units stand in the order
 * of their keys, since rows of a table have none.
 *
 * @param rows all rows of the answer, as the driver gives them
 * @param definition the definition that was compiled
 * @param options which columns were given, populations and kind of sample, and what becomes of invalid records
 * @throws `CxMetricsError` `sql.invalid-ratings`, `sql.bad-keys`, `sql.bad-rows`, `scale.not-allowed`, `design.*`
 * @example
 * ```ts
 * const row = { cx_cluster: "b2", cx_class_a: 0, cx_point_a: 4, cx_records: 3n };
 * const tally = readDesignTally([row], { scale: { min: 1, max: 5 } }, { clustered: true });
 * tally.strata[0]?.units; // => [{ unit: "b2", cells: [{ point: 4, count: 3, weightSum: 3, squaredWeightSum: 3 }] }]
 * ```
 */
export function readDesignTally(
  rows: readonly SqlRow[],
  definition: Pick<ScoreDefinition, "scale">,
  options: ReadDesignOptions = {},
): DesignTally {
  const { weighted, onInvalid } = expectReading(options, designNames);
  const { stratified = false, clustered = false } = options;
  // An empty sample checks scale, populations and kind of sample where they are at home.
  const frame = tallyDesign([], definition?.scale, emptyDesign(options));
  const { scale } = frame;
  const all: ClassCounts[] = [];
  const strata = [...rowsByUnit(readRows(rows), stratified, clustered)].map(
    ([stratum, units]): DesignStratum => {
      const classes = startCounts();
      all.push(classes);
      let records = 0;
      const list = [...units].map(([unit, own]) => {
        records += own.reduce((sum, row) => sum + row.count("cx_records"), 0);
        return { unit, cells: cellsOf(own, classes, scale, weighted) };
      });
      return {
        stratum,
        sampleUnits: clustered ? units.size : records,
        population: null,
        units: list,
        missing: Object.fromEntries(classes.missing),
        invalid: Object.fromEntries(classes.invalid),
      };
    },
  );
  refuseInvalid(all, scale, onInvalid);
  return mergeDesignTallies(frame, { ...frame, strata });
}

/** Options of a sample without records. */
export function emptyDesign(options: ReadDesignOptions): object {
  const { weighted, stratified, clustered, populations, sample, calibratedWeights } = options;
  return {
    ...(weighted === true ? { weights: [] } : {}),
    ...(stratified === true ? { strata: [] } : {}),
    ...(clustered === true ? { clusters: [] } : {}),
    ...(populations === undefined ? {} : { populations }),
    ...(sample === undefined ? {} : { sample }),
    ...(calibratedWeights === undefined ? {} : { calibratedWeights }),
  };
}

function cellsOf(
  rows: readonly ReadRow[],
  classes: ClassCounts,
  scale: DesignTally["scale"],
  weighted: boolean,
): DesignCell[] {
  const cells: DesignCell[] = [];
  for (const row of rows) {
    const count = row.count("cx_records");
    const point = countClass(classes, row.count("cx_class_a"), row.number("cx_point_a"), count, scale);
    if (point === null) continue;
    const weightSum = weighted ? row.number("cx_weight_sum") : count;
    const squaredWeightSum = weighted ? row.number("cx_squared_weight_sum") : count;
    cells.push({ point, count, weightSum, squaredWeightSum });
  }
  return cells.sort((a, b) => a.point - b.point);
}
