import { durationPercentile } from "./duration-percentile.js";
import { funnel } from "./funnel.js";
import { given } from "./given.js";
import { mean } from "./mean.js";
import type { Measure } from "./measure.js";
import type { MeasureKind } from "./measure-kind.js";
import { ratioOfSums } from "./ratio-of-sums.js";
import { rubricMean } from "./rubric-mean.js";
import { score } from "./score.js";
import { share } from "./share.js";

/** Every kind of measure by name. */
export const measureKinds: { readonly [K in Measure["kind"]]: MeasureKind<Extract<Measure, { kind: K }>> } = {
  score,
  funnel,
  "duration-percentile": durationPercentile,
  "rubric-mean": rubricMean,
  share,
  mean,
  "ratio-of-sums": ratioOfSums,
  given,
};

/** The kind of a measure. */
export function kindOf<M extends Measure>(measure: M): MeasureKind<M> {
  return measureKinds[measure.kind] as unknown as MeasureKind<M>;
}
