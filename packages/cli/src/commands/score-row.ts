import type { Base, Interval, LocalizedText, NotComputable, Unit } from "@cxmetrics/definition";
import { fillMessage } from "@cxmetrics/definition";
import {
  type DesignScoreEstimate,
  estimateScore,
  type IntervalMethod,
  type RatingTally,
  type ScoreDefinition,
  type ScoreEstimate,
  type VariancePolicy,
} from "@cxmetrics/scores";
import { words } from "../messages.js";
import type { GroupWarning } from "../show/warning-lines.js";
import { groupName } from "./group-rows.js";
import type { RatingGroup } from "./read-ratings.js";

/** One row of the answer of `cx score`. */
export interface ScoreRow {
  /** Name of the group, `null` when there is no grouping; the values of several columns are joined. */
  readonly group: string | null;
  /** Value by column, when there are several. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly status: "ok" | "not-computable" | "suppressed";
  readonly value: number | null;
  readonly unit: Unit;
  /** Answers in the base of the statistic. */
  readonly n: number;
  readonly effectiveN: number | null;
  readonly standardError: number | null;
  /** Variance over that of a simple random sample; only with strata or clusters, `null` where it is unknown. */
  readonly designEffect?: number | null;
  /** Sampling units less strata; only with strata or clusters. */
  readonly degreesOfFreedom?: number | null;
  readonly interval: Interval | NotComputable | null;
  /** Answers per scale point; `null` when withheld. */
  readonly counts: Readonly<Record<string, number>> | null;
  readonly bands: Readonly<Record<string, number>> | null;
  readonly bandShares: Readonly<Record<string, number>> | null;
  readonly base: Base | { readonly valid: number; readonly missing: number; readonly invalid: number };
  /** Why there is no value. */
  readonly reason?: string;
  readonly message?: LocalizedText;
}

/** How scores are estimated. */
export interface ScoreRowOptions {
  readonly by: readonly string[];
  readonly level?: number | undefined;
  readonly interval?: IntervalMethod | undefined;
  /** Fewer answers than this are withheld. */
  readonly minN?: number | undefined;
  /** How the variance between sampling units is taken, where there are any. */
  readonly policy?: VariancePolicy | undefined;
}

/** A row, with what a reader must know and who computed it. */
export interface ScoredRow {
  readonly row: ScoreRow;
  readonly warnings: readonly GroupWarning[];
  readonly engine?: string;
}

/** Scores one group. A group with answers, but fewer than `minN`, is withheld with everything that would give it away. */
export function scoreRow(
  group: RatingGroup,
  definition: ScoreDefinition,
  options: ScoreRowOptions,
): ScoredRow {
  const { tally, design, values } = group;
  const { by, level, interval, minN = 0, policy } = options;
  const name = by.length === 0 ? null : groupName(values);
  const head = {
    group: name,
    ...(by.length > 1
      ? { groups: Object.fromEntries(by.map((column, index) => [column, values[index] ?? ""])) }
      : {}),
  };
  const nothing = {
    value: null,
    unit: definition.statistic.unit,
    effectiveN: null,
    standardError: null,
    ...(design ? { designEffect: null, degreesOfFreedom: null } : {}),
    interval: null,
    counts: null,
    bands: null,
    bandShares: null,
  };
  const outcome = design
    ? estimateScore(design, definition, { level, interval, ...policy })
    : estimateScore(tally, definition, { level, interval });
  if (outcome.status === "ok" && outcome.n < minN) {
    const message = fillMessage(words.suppressed, { n: outcome.n, least: minN });
    const { valid, missing, invalid } = outcome.base;
    return {
      row: {
        ...head,
        status: "suppressed",
        ...nothing,
        n: outcome.n,
        base: { valid, missing, invalid },
        reason: "fewer-than-min-n",
        message,
      },
      warnings: [],
      engine: outcome.engine,
    };
  }
  if (outcome.status !== "ok") {
    const { status, reason, message } = outcome;
    const base = outcome.status === "not-computable" ? outcome.base : baseOf(tally);
    return {
      row: {
        ...head,
        status,
        ...nothing,
        n: outcome.status === "suppressed" ? outcome.n : 0,
        base,
        reason,
        message,
      },
      warnings: [],
    };
  }
  const { status, value, unit, n, effectiveN, standardError, counts, bands, bandShares, base } = outcome;
  return {
    row: {
      ...head,
      status,
      value,
      unit,
      n,
      effectiveN,
      standardError,
      ...precisionOf(outcome),
      interval: outcome.interval,
      counts,
      bands,
      bandShares,
      base,
    },
    warnings: outcome.warnings.map((warning) => (name === null ? warning : { ...warning, group: name })),
    engine: outcome.engine,
  };
}

function precisionOf(
  estimate: ScoreEstimate | DesignScoreEstimate,
): Pick<ScoreRow, "designEffect" | "degreesOfFreedom"> {
  if (!("design" in estimate)) return {};
  const { designEffect, degreesOfFreedom } = estimate.design;
  return { designEffect, degreesOfFreedom };
}

function baseOf(tally: RatingTally) {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return {
    valid: total(tally.counts),
    missing: total(Object.values(tally.missing)),
    invalid: total(Object.values(tally.invalid)),
  };
}
