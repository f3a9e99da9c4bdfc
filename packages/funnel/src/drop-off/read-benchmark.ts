import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { stepTrials } from "../comparison/step-trials.js";
import { expectTally } from "../expect-tally.js";
import { badBenchmark } from "./problems.js";

/** Successes and trials of a step, or a rate without error. */
export type Target = {
  readonly rate: number;
  readonly successes?: number;
  readonly trials?: number;
  readonly unsure?: NotComputable;
} | null;

/** What each step after the first could be; `null` where there is no benchmark. */
export function readBenchmark(value: unknown, stepNames: readonly string[]): readonly Target[] | null {
  if (value === undefined) return null;
  const expected = stepNames.length - 1;
  const refuse = (): never => {
    throw new CxMetricsError(badBenchmark, {
      path: ["options", "benchmark"],
      values: { expected, found: describeValue(value) },
    });
  };
  if (Array.isArray(value)) {
    if (value.length !== expected) return refuse();
    return Array.from(value as readonly unknown[], (rate) =>
      typeof rate === "number" && rate >= 0 && rate <= 1 ? { rate: rate + 0 } : refuse(),
    );
  }
  const other = expectTally(value, ["options", "benchmark"]);
  if (JSON.stringify(other.stepNames) !== JSON.stringify(stepNames)) return refuse();
  return other.counts.slice(1).map((successes, index) => {
    const trials = other.counts[index] as number;
    if (trials === 0) return null;
    const worth = stepTrials(other, index + 1, index);
    return {
      rate: successes / trials,
      ...(worth.status === "ok" ? { successes: worth.successes, trials: worth.trials } : { unsure: worth }),
    };
  });
}
