import { type ControlRuleId, controlRules } from "@cxmetrics/stats";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { expectChoice } from "./expect-choice.js";

/** Choices of `cx chart`, as written. */
export interface ChartChoiceOptions {
  readonly baseline?: string;
  readonly rules?: string;
  readonly sigma?: string;
  readonly lambda?: string;
  readonly k?: string;
  readonly h?: string;
}

/** Choices of `cx chart`, read; a kind takes those that it knows. */
export interface ChartChoices {
  readonly baseline?: number;
  readonly rules?: readonly ControlRuleId[];
  readonly sigma?: number;
  readonly lambda?: number;
  readonly k?: number;
  readonly h?: number;
}

/**
 * Reads the choices of a chart.
 *
 * @throws `CxMetricsError` `usage.bad-number`, `usage.bad-choice`, `usage.empty-list-member`
 * @example
 * ```js
 * parseChartChoices({ baseline: "20", rules: "nelson-1" }); // => { baseline: 20, rules: ["nelson-1"] }
 * ```
 */
export function parseChartChoices(options: ChartChoiceOptions): ChartChoices {
  const above = { least: 0, most: Number.POSITIVE_INFINITY, open: true };
  const baseline = parseNumberOption(options.baseline, "--baseline", {
    least: 1,
    most: Number.POSITIVE_INFINITY,
    integer: true,
  });
  const rules = options.rules === undefined ? undefined : parseList(options.rules, "--rules");
  const known = controlRules.map(({ id }) => id);
  const numbers = {
    baseline,
    sigma: parseNumberOption(options.sigma, "--sigma", above),
    lambda: parseNumberOption(options.lambda, "--lambda", { least: 0, most: 1 }),
    k: parseNumberOption(options.k, "--k", { least: 0, most: Number.POSITIVE_INFINITY }),
    h: parseNumberOption(options.h, "--h", above),
  };
  return {
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    ...(rules ? { rules: rules.flatMap((rule) => expectChoice(rule, "--rules", known) ?? []) } : {}),
  };
}
