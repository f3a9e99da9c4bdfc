import type { MethodDescription } from "../../method-description.js";

/** Name of a rule of `controlRules`. */
export type ControlRuleId =
  | "nelson-1"
  | "nelson-2"
  | "nelson-3"
  | "nelson-4"
  | "nelson-5"
  | "nelson-6"
  | "nelson-7"
  | "nelson-8"
  | "western-electric-1"
  | "western-electric-2"
  | "western-electric-3"
  | "western-electric-4"
  | "anhoej-longest-run"
  | "anhoej-crossings";

/** Values as the rules see them: points without a value are left out. */
export interface RuleSeries {
  /** Distance of each point from the centre line in standard deviations of that point. */
  readonly z: readonly number[];
  /** Sign of the change from the point before; 0 at the first point and between equal points. */
  readonly steps: readonly number[];
  /** Multiple of the standard deviation at which the control limits stand. */
  readonly multiple: number;
}

/** Points that break a rule together. */
export interface RuleWindow {
  /** Positions in the series, rising; the last is where the rule signals. */
  readonly indices: readonly number[];
  /** `up` above the centre line or rising, `down` below or falling, `null` where the rule has no side. */
  readonly direction: "up" | "down" | null;
}

/** A rule that tells special from common causes on a control chart. */
export interface ControlRule extends MethodDescription {
  readonly id: ControlRuleId;
  /**
   * Points until a false alarm of this rule alone, on average, for independent normal values with known centre and standard
   * deviation; `null` for rules that judge a finished series.
   */
  readonly averageRunLength: number | null;
  readonly windows: (series: RuleSeries) => readonly RuleWindow[];
}

/** Differences below this many standard deviations are rounding noise: such a point lies on the line. */
export const onTheLine = 1e-9;

export const nelsonSource =
  "Nelson, L. S. (1984). The Shewhart control chart: tests for special causes. Journal of Quality Technology 16, 237–239.";

export const westernElectricSource =
  "Western Electric Company (1956). Statistical Quality Control Handbook. Indianapolis.";

export const anhoejSource =
  "Anhøj, J. and Olesen, A. V. (2014). Run charts revisited: a simulation study of run chart rules for detection of non-random variation in health care processes. PLoS ONE 9(11), e113825.";
