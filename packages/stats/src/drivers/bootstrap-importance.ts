import type { Interval, NotComputable } from "@cxmetrics/definition";
import { intervalOf } from "../interval-of.js";
import { quantile } from "../quantile.js";
import { randomStream } from "../resampling/random-stream.js";
import type { ImportanceProblem } from "./importance-problem.js";
import { importanceProblem } from "./importance-regression.js";
import { resamplesFailed } from "./reasons.js";
import type { ImportanceBootstrap } from "./requested-draws.js";

/** What bootstrap intervals rest on. */
export interface ImportanceBootstrapReport extends Required<ImportanceBootstrap> {
  readonly generator: "xoroshiro128plus";
  /** Resamples in which a predictor was constant or collinear; they are left out. */
  readonly failed: number;
}

/** More failures than this share, and the resamples left over would be a choice among the data. */
const mostFailed = 0.1;

/** Percentile intervals of importance: rows are drawn with replacement, each with its weight. */
export function bootstrapImportance(
  columns: readonly Float64Array[],
  weights: Float64Array,
  split: (problem: ImportanceProblem) => Float64Array,
  { resamples, seed, level }: Required<ImportanceBootstrap>,
): { readonly report: ImportanceBootstrapReport; readonly intervals: readonly (Interval | NotComputable)[] } {
  const stream = randomStream(seed);
  const n = weights.length;
  const drawn = columns.slice(1).map(() => [] as number[]);
  const times = new Float64Array(n);
  let failed = 0;
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < n; draw++) {
      const row = stream.index(n);
      times[row] = (times[row] as number) + (weights[row] as number);
    }
    const problem = importanceProblem(columns, times, []);
    if ("status" in problem) failed++;
    else for (const [index, importance] of split(problem).entries()) drawn[index]?.push(importance);
  }
  const intervals = drawn.map((values) => {
    const lower = quantile(values, (1 - level) / 2);
    const upper = quantile(values, (1 + level) / 2);
    if (failed > mostFailed * resamples || lower.status !== "ok" || upper.status !== "ok")
      return resamplesFailed;
    return intervalOf(lower.value, upper.value, level, "bootstrap-percentile");
  });
  return { report: { generator: stream.generator, seed, resamples, failed, level }, intervals };
}
