import {
  CxMetricsError,
  type DefinitionReference,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  type NotComputable,
  type Warning,
} from "@cxmetrics/definition";
import {
  adjustPValues,
  compareProportions,
  type ProportionComparison,
  type ProportionDifferenceMethodName,
} from "@cxmetrics/stats";
import { engine } from "../engine.js";
import { expectLevel } from "../expect-level.js";
import { expectTally } from "../expect-tally.js";
import type { FunnelTally } from "../funnel-tally.js";
import { differentDefinitions, stepsDiffer } from "./problems.js";
import { type SampleRatioCheck, sampleRatioMismatch } from "./sample-ratio-mismatch.js";
import { stepTrials } from "./step-trials.js";

/** Options of `compareFunnels`. */
export interface CompareFunnelsOptions {
  /** Interval of each difference; `newcombe` (Newcombe 1998, method 10) where it is left out. */
  readonly method?: ProportionDifferenceMethodName;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** Test whose p-values are adjusted; `pooled-z` where it is left out. */
  readonly test?: "pooled-z" | "fisher";
  /** How p-values and intervals of several steps are corrected; `holm` where it is left out. See `compareFunnels`. */
  readonly correction?: "none" | "bonferroni" | "holm";
  /** `experiment`: actors were assigned to a and b at random, and their numbers are checked; `segments`: they were not. */
  readonly kind?: "experiment" | "segments";
  /** Planned shares of a and b in an experiment; equal where they are left out. */
  readonly shares?: readonly number[];
}

/** One step of two funnels. */
export interface FunnelStepComparison {
  readonly name: string;
  /** Share of those who reached the step before: b − a. */
  readonly fromPrevious: ProportionComparison | NotComputable;
  /** Share of those who entered: b − a. */
  readonly fromStart: ProportionComparison | NotComputable;
  /** P-value of `fromPrevious`, corrected for the number of steps; `null` where there is no test. */
  readonly adjustedP: number | null;
}

/** Two funnels side by side. */
export interface FunnelComparison {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly method: ProportionDifferenceMethodName;
  readonly test: "pooled-z" | "fisher";
  readonly correction: "none" | "bonferroni" | "holm";
  /** Level asked for. */
  readonly level: number;
  /** Level of each interval of `steps`, so that all of them together hold at `level`. */
  readonly stepLevel: number;
  /** Steps after the first. */
  readonly steps: readonly FunnelStepComparison[];
  /** Share of those who entered that reached the last step: b − a, at `level`, not corrected. `null` for a single step. */
  readonly overall: ProportionComparison | NotComputable | null;
  /** Sample-ratio check of an experiment; `null` between segments. */
  readonly sampleRatio: SampleRatioCheck | NotComputable | null;
  readonly warnings: readonly Warning[];
}

/**
 * Compares two funnels of the same definition step by step and overall: A/B arms, segments, periods. Differences are b − a.
 *
 * Each rate is compared by an interval of the chosen method and by the pooled z test, the N − 1 χ² test and Fisher's exact test, all
 * from `compareProportions`. The comparison of several steps is corrected: `bonferroni` and `holm` widen the intervals to level
 * 1 − (1 − level)/m for m steps, which then hold all at once, and adjust the p-values of the steps by the named method (Holm has no
 * intervals of its own, Bonferroni's are used). The overall conversion is one question and stays as it is. Actors must be different people;
 * where attempts or sessions were counted, intervals and tests run at their effective number, actors as clusters (Fisher then needs whole counts and is
 * left out).
 *
 * @param a what is compared with: the control
 * @param b the variant
 * @throws `CxMetricsError` `funnel.bad-tally`, `funnel.definition-mismatch`, `funnel.steps-differ`, `interval.bad-level`, `funnel.bad-arms`,
 * `document.not-allowed`, `method.unknown`
 * @example
 * ```ts
 * const part = (successes: number, trials: number) => ({
 *   definition: { id: "shop", version: "1.0.0", digest: "sha256:00" },
 *   stepNames: ["view", "buy"],
 *   counts: [trials, successes],
 *   elapsedMs: [[]],
 *   actors: trials,
 *   events: trials,
 * });
 * const { overall } = compareFunnels(part(102, 213), part(188, 317));
 * overall?.status === "ok" && overall.difference; // => 188 / 317 - 102 / 213
 * overall?.status === "ok" && overall.interval.lower; // => 0.027682930332808484
 * ```
 */
export function compareFunnels(
  a: FunnelTally,
  b: FunnelTally,
  options: CompareFunnelsOptions = {},
): FunnelComparison {
  const [from, to] = [expectTally(a, ["a"]), expectTally(b, ["b"])];
  expectSameSteps(from, to);
  const keys = ["method", "level", "test", "correction", "kind", "shares"];
  const record = expectRecord(options, ["options"], [], keys);
  const level = expectLevel(record["level"] === undefined ? {} : { level: record["level"] });
  const method = (record["method"] ?? "newcombe") as ProportionDifferenceMethodName;
  const test = expectOneOf(record["test"] ?? "pooled-z", ["options", "test"], [
    "pooled-z",
    "fisher",
  ] as const);
  const corrections = ["none", "bonferroni", "holm"] as const;
  const correction = expectOneOf(record["correction"] ?? "holm", ["options", "correction"], corrections);
  const kind = expectOneOf(record["kind"] ?? "segments", ["options", "kind"], [
    "experiment",
    "segments",
  ] as const);
  const shares =
    record["shares"] === undefined
      ? undefined
      : expectList(record["shares"], ["options", "shares"], (share, path) => expectNumber(share, path));
  const last = from.counts.length - 1;
  const stepLevel = correction === "none" || last < 2 ? level : 1 - (1 - level) / last;
  const compare = (step: number, base: number, at: number): ProportionComparison | NotComputable => {
    const one = stepTrials(from, step, base);
    const other = stepTrials(to, step, base);
    if (one.status !== "ok") return one;
    if (other.status !== "ok") return other;
    return compareProportions(one, other, { method, level: at });
  };
  const pairs = from.stepNames.slice(1).map((name, index) => ({
    name,
    fromPrevious: compare(index + 1, index, stepLevel),
    fromStart: compare(index + 1, 0, stepLevel),
  }));
  const p = pairs.map(({ fromPrevious }) => pValue(fromPrevious, test));
  const adjusted = correction === "none" ? p : adjustPValues(p, correction);
  const sampleRatio =
    kind === "segments" ? null : sampleRatioMismatch([enteredActors(from), enteredActors(to)], shares);
  return {
    status: "ok",
    definition: from.definition,
    engine,
    method,
    test,
    correction,
    level,
    stepLevel,
    steps: pairs.map((pair, index) => ({ ...pair, adjustedP: adjusted[index] ?? null })),
    overall: last === 0 ? null : compare(last, 0, level),
    sampleRatio,
    warnings: sampleRatio?.status === "ok" && sampleRatio.alarm ? [mismatchWarning(sampleRatio.p)] : [],
  };
}

/** Assignment is of actors, whatever was counted. */
function enteredActors(tally: FunnelTally): number {
  return tally.unit === undefined ? (tally.counts[0] as number) : (tally.clusters?.actors ?? tally.actors);
}

function pValue(
  comparison: ProportionComparison | NotComputable,
  test: "pooled-z" | "fisher",
): number | null {
  if (comparison.status !== "ok") return null;
  const result = test === "fisher" ? comparison.tests.fisher : comparison.tests.pooledZ;
  return result.status === "ok" ? result.p : null;
}

/** Refuses funnels that another definition made, or that have other steps. */
function expectSameSteps(a: FunnelTally, b: FunnelTally): void {
  if (a.definition.digest !== b.definition.digest)
    throw new CxMetricsError(differentDefinitions, {
      path: ["b", "definition"],
      values: { first: a.definition.digest, other: b.definition.digest },
    });
  if (JSON.stringify(a.stepNames) !== JSON.stringify(b.stepNames))
    throw new CxMetricsError(stepsDiffer, {
      path: ["b", "stepNames"],
      values: { first: a.stepNames.join(", "), other: b.stepNames.join(", ") },
    });
}

function mismatchWarning(p: number): Warning {
  return {
    code: "funnel.sample-ratio-mismatch",
    message: {
      en: "The arms did not get the actors they should (p < 0.001). Find the cause before reading any result.",
      zh: "各组的主体数量与计划不符（p < 0.001）。请先查明原因，再解读结果。",
    },
    values: { p },
  };
}
