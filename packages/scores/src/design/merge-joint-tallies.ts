import { expectScale } from "../expect-scale.js";
import { expectJoint } from "./expect-design.js";
import type { JointCell, JointStratum, JointTally } from "./joint-tally.js";
import { expectOneSample, expectOneScale, mergeFlags, mergeStrata } from "./merge-sample.js";

/**
 * One joint tally of several parts of a sample, by the rules of `mergeDesignTallies`.
 *
 * @throws `CxMetricsError` `design.nothing-to-merge`, `design.merge-mismatch`, `design.population-below-sample`, `joint.malformed`
 * @example
 * ```ts
 * const scale = { min: 1, max: 3 };
 * const part = tallyJoint([1, 2], [3, null], scale, scale);
 * mergeJointTallies(part, part).strata[0]?.units[0]?.cells.map(({ count }) => count); // => [2, 2]
 * ```
 */
export function mergeJointTallies(...tallies: readonly JointTally[]): JointTally {
  const parts = tallies.map((tally, index) => expectJoint(tally, ["tallies", index]));
  const first = expectOneSample(parts);
  expectOneScale(parts.map(({ scaleA }) => scaleA));
  expectOneScale(parts.map(({ scaleB }) => scaleB));
  const { min, max } = first.scaleB;
  const codeOf = ({ pointA, pointB }: JointCell) =>
    (pointA === null ? 0 : pointA - first.scaleA.min + 1) * (max - min + 2) +
    (pointB === null ? 0 : pointB - min + 1);
  return {
    scaleA: expectScale(first.scaleA, ["tallies", 0, "scaleA"]),
    scaleB: expectScale(first.scaleB, ["tallies", 0, "scaleB"]),
    clustered: first.clustered,
    ...mergeFlags(parts),
    strata: mergeStrata<JointCell, JointStratum>(parts, codeOf, [
      "missingA",
      "missingB",
      "invalidA",
      "invalidB",
    ]),
  };
}
