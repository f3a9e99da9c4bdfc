import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { DesignTally } from "./design-tally.js";
import type { JointTally } from "./joint-tally.js";
import { overlapNotPart } from "./problems.js";

/**
 * Expects no more answers in the overlap than in the whole wave, point by point, and clusters in both or neither.
 *
 * @throws `CxMetricsError` `overlap.not-part`
 */
export function expectOverlap(
  overlap: JointTally,
  wave: DesignTally,
  side: "pointA" | "pointB",
  name: string,
): void {
  if (wave.clustered !== overlap.clustered)
    throw notPart(name, {
      en: `the overlap and the wave "${name}" must both have clusters, or neither`,
      zh: `重叠部分与“${name}”应同时有整群或同时没有`,
    });
  const inWave = new Map<number, number>();
  for (const { units } of wave.strata)
    for (const { cells } of units)
      for (const { point, count } of cells) inWave.set(point, (inWave.get(point) ?? 0) + count);
  for (const { units } of overlap.strata)
    for (const { cells } of units)
      for (const { [side]: point, count } of cells) {
        if (point === null) continue;
        const left = (inWave.get(point) ?? 0) - count;
        if (left < 0)
          throw notPart(name, {
            en: `it has more answers on the point ${point} than the wave "${name}"`,
            zh: `分值 ${point} 上的回答多于“${name}”`,
          });
        inWave.set(point, left);
      }
}

/** The error of an overlap that is not part of a wave. */
export function notPart(name: string, reason: LocalizedText): CxMetricsError {
  return new CxMetricsError(overlapNotPart, { path: ["waves", name], values: { reason } });
}
