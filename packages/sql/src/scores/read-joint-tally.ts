import {
  type JointCell,
  type JointStratum,
  type JointTally,
  mergeJointTallies,
  type RatingScale,
  type ScoreDefinition,
  tallyJoint,
} from "@cxmetrics/scores";
import { type ReadRow, readRows, type SqlRow } from "../read-rows.js";
import { type ClassCounts, countClass, refuseInvalid, startCounts } from "./class-counts.js";
import { designNames, emptyDesign } from "./read-design-tally.js";
import { expectReading } from "./read-rating-tally.js";
import { type ReadDesignOptions, rowsByUnit } from "./read-sample.js";

/**
 * The rows of a compiled joint tally as the tally that `tallyJoint` would have taken; strata and units stand in the order of
 * their keys.
 *
 * @param rows all rows of the answer, as the driver gives them
 * @param definition the definition of the first question
 * @param second the definition of the second question
 * @param options as `readDesignTally`
 * @throws `CxMetricsError` as `readDesignTally`
 * @example
 * ```ts
 * const rows = [{ cx_class_a: 0, cx_point_a: 1, cx_class_b: 0, cx_point_b: 3, cx_records: 4 }];
 * const definition = { scale: { min: 1, max: 3 } };
 * const [cell] = readJointTally(rows, definition, definition).strata[0].units[0].cells;
 * cell; // => { pointA: 1, pointB: 3, count: 4, weightSum: 4, squaredWeightSum: 4 }
 * ```
 */
export function readJointTally(
  rows: readonly SqlRow[],
  definition: Pick<ScoreDefinition, "scale">,
  second: Pick<ScoreDefinition, "scale">,
  options: ReadDesignOptions = {},
): JointTally {
  const { weighted, onInvalid } = expectReading(options, designNames);
  const { stratified = false, clustered = false } = options;
  const frame = tallyJoint([], [], definition?.scale, second?.scale, emptyDesign(options));
  const scales = [frame.scaleA, frame.scaleB] as const;
  const sides: (readonly [ClassCounts, ClassCounts])[] = [];
  const strata = [...rowsByUnit(readRows(rows), stratified, clustered)].map(
    ([stratum, units]): JointStratum => {
      const classes = [startCounts(), startCounts()] as const;
      sides.push(classes);
      let records = 0;
      const list = [...units].map(([unit, own]) => {
        records += own.reduce((sum, row) => sum + row.count("cx_records"), 0);
        return { unit, cells: cellsOf(own, classes, scales, weighted) };
      });
      return {
        stratum,
        sampleUnits: clustered ? units.size : records,
        population: null,
        units: list,
        missingA: Object.fromEntries(classes[0].missing),
        missingB: Object.fromEntries(classes[1].missing),
        invalidA: Object.fromEntries(classes[0].invalid),
        invalidB: Object.fromEntries(classes[1].invalid),
      };
    },
  );
  for (const side of [0, 1] as const)
    refuseInvalid(
      sides.map((classes) => classes[side]),
      scales[side],
      onInvalid,
    );
  return mergeJointTallies(frame, { ...frame, strata });
}

/** The cells of a unit. Rows of different reasons may be one cell: with either answer missing, or refused. */
function cellsOf(
  rows: readonly ReadRow[],
  classes: readonly [ClassCounts, ClassCounts],
  [scaleA, scaleB]: readonly [RatingScale, RatingScale],
  weighted: boolean,
): JointCell[] {
  const cells = new Map<string, JointCell>();
  for (const row of rows) {
    const count = row.count("cx_records");
    const pointA = countClass(classes[0], row.count("cx_class_a"), row.number("cx_point_a"), count, scaleA);
    const pointB = countClass(classes[1], row.count("cx_class_b"), row.number("cx_point_b"), count, scaleB);
    if (pointA === null && pointB === null) continue;
    const key = `${pointA} ${pointB}`;
    const known = cells.get(key);
    cells.set(key, {
      pointA,
      pointB,
      count: (known?.count ?? 0) + count,
      weightSum: (known?.weightSum ?? 0) + (weighted ? row.number("cx_weight_sum") : count),
      squaredWeightSum:
        (known?.squaredWeightSum ?? 0) + (weighted ? row.number("cx_squared_weight_sum") : count),
    });
  }
  const rank = (point: number | null) => point ?? Number.NEGATIVE_INFINITY;
  const compare = (a: number | null, b: number | null) => (a === b ? 0 : rank(a) - rank(b));
  return [...cells.values()].sort((a, b) => compare(a.pointA, b.pointA) || compare(a.pointB, b.pointB));
}
