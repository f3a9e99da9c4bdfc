import { expectScale } from "../expect-scale.js";
import { expectColumn } from "../rating-options.js";
import type { RatingScale } from "../scale.js";
import { type RatingReader, readRating, readWeight, startReader } from "../tally-builder.js";
import { addToCell } from "./cell-sums.js";
import { describeSample } from "./design-builder.js";
import { type DesignOptions, expectDesignOptions } from "./design-options.js";
import type { JointCell, JointTally } from "./joint-tally.js";
import { addToFrame, cellsAt, type DomainCells, finishStrata, startFrame } from "./sample-frame.js";

/**
 * Cross-tabulates two questions answered by the same people, with the design of their sample: two indicators of one survey, or
 * one question asked twice (a panel). A record with one answer keeps it in a row or column of its own (`null`); a record with
 * neither counts as drawn.
 *
 * @param ratingsA answers to the first question (of a panel: before)
 * @param ratingsB answers to the second question, of the same people in the same order
 * @param options as `tallyDesign`; one weight per record, and `missing` holds for both questions
 * @throws `CxMetricsError` as `tallyDesign`
 * @example
 * ```ts
 * const scale = { min: 1, max: 3 };
 * const joint = tallyJoint([1, 2, null, 1], [3, 2, 2, 3], scale, scale);
 * joint.strata[0]?.units[0]?.cells.map(({ pointA, pointB, count }) => [pointA, pointB, count]); // => [[null, 2, 1], [1, 3, 2], [2, 2, 1]]
 * ```
 */
export function tallyJoint(
  ratingsA: ArrayLike<number | null | undefined>,
  ratingsB: ArrayLike<number | null | undefined>,
  scaleA: RatingScale,
  scaleB: RatingScale,
  options?: DesignOptions,
): JointTally {
  const [first, second] = [expectScale(scaleA, ["scaleA"]), expectScale(scaleB, ["scaleB"])];
  const rows = expectColumn(ratingsA, ["ratingsA"]);
  expectColumn(ratingsB, ["ratingsB"], rows);
  const settings = expectDesignOptions(options, rows);
  const frame = startFrame(settings);
  const cells: DomainCells = new Map();
  const readers = new Map<string, readonly [RatingReader, RatingReader]>();
  // A pair is one whole number: place 0 stands for no answer.
  const columns = second.max - second.min + 2;
  for (let row = 0; row < rows; row++) {
    const { stratum, unit } = addToFrame(frame, settings, row);
    let reading = readers.get(stratum);
    if (reading === undefined) {
      reading = [
        { ...startReader(first, settings), column: "ratingsA" },
        { ...startReader(second, settings), column: "ratingsB" },
      ];
      readers.set(stratum, reading);
    }
    let a = readRating(reading[0], ratingsA[row], row);
    let b = readRating(reading[1], ratingsB[row], row);
    const weight: unknown = settings.weights === undefined ? 1 : settings.weights[row];
    if (a >= 0 && !readWeight(reading[0], weight, row)) a = -1;
    if (b >= 0 && !readWeight(reading[1], weight, row)) b = -1;
    if (a >= 0 || b >= 0)
      addToCell(cellsAt(cells, stratum, unit), (a + 1) * columns + b + 1, weight as number);
  }
  const strata = finishStrata<JointCell>(frame, cells, (code) => {
    const a = Math.floor(code / columns);
    const b = code % columns;
    return {
      pointA: a === 0 ? null : first.min + a - 1,
      pointB: b === 0 ? null : second.min + b - 1,
    };
  });
  return {
    scaleA: first,
    scaleB: second,
    ...describeSample(frame, settings),
    strata: strata.map((stratum) => {
      const [a, b] = readers.get(stratum.stratum) ?? [];
      return {
        ...stratum,
        missingA: Object.fromEntries(a?.missing ?? []),
        missingB: Object.fromEntries(b?.missing ?? []),
        invalidA: Object.fromEntries(a?.invalid ?? []),
        invalidB: Object.fromEntries(b?.invalid ?? []),
      };
    }),
  };
}
