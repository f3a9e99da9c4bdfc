import type { DefinitionReference } from "./definition-document.js";
import type { NotComputable, Suppressed, Warning } from "./outcome.js";
import type { Unit } from "./unit.js";

/** A confidence interval in the unit of its estimate. */
export interface Interval {
  readonly status: "ok";
  readonly lower: number;
  readonly upper: number;
  /** Confidence level, strictly between 0 and 1. */
  readonly level: number;
  /** Name of the method, for example `wilson` or `nps-score`. */
  readonly method: string;
}

/** Which records an estimate rests on. */
export interface Base {
  /** Records with a usable value. */
  readonly valid: number;
  /** Records without a value. */
  readonly missing: number;
  /** Records whose value was refused. */
  readonly invalid: number;
  /** Missing and refused records by reason, for example `{ "code 11": 84 }`. */
  readonly excluded: Readonly<Record<string, number>>;
}

/** A number, how sure we are of it, and everything needed to compute it again. */
export interface Estimate {
  readonly status: "ok";
  readonly value: number;
  readonly unit: Unit;
  /** Records in the base of the statistic (a restricted base counts fewer than `base.valid`). */
  readonly n: number;
  /** Size of a simple random sample with the same precision; equals `n` without weights. */
  readonly effectiveN: number;
  /** Standard error in the unit of the value, or `null` where none exists (a single record). */
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
  readonly base: Base;
  readonly definition: DefinitionReference;
  /** Package and version that computed it, for example `@cxmetrics/scores@0.1.0`. */
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** An estimate, or the reason why there is none; the base is told in every case. */
export type Outcome<T extends { readonly status: "ok" } = Estimate> =
  | T
  | (NotComputable & { readonly base: Base; readonly definition: DefinitionReference })
  | (Suppressed & { readonly n: number; readonly definition: DefinitionReference });
