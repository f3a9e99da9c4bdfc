import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import { baselineOf } from "./baseline-of.js";
import { type ChartOptions, chartOptions } from "./chart-options.js";
import { chartWarnings } from "./chart-warnings.js";
import type { ControlChartInput } from "./control-chart-input.js";
import type { ControlChartKind, Reading } from "./control-chart-kind.js";
import type { ControlChart, ControlChartPoint } from "./control-chart-result.js";
import { frozenParameters } from "./frozen-parameters.js";
import { baselineAndParameters, labelNotText, pointsNotAList, rulesNotApplicable } from "./problems.js";
import { controlChartKinds } from "./registry.js";
import type { ControlRuleId } from "./rules/control-rule.js";
import { detectSignals, namedRules } from "./rules/detect-signals.js";
import type { Signal } from "./signal.js";

/**
 * Control chart of a series, oldest point first: centre line, limits, and signals that tell special causes from chance.
 *
 * For shares (`p`) the limits are
 * $$ \bar p \pm L\sqrt{\frac{\bar p(1-\bar p)}{n_i}}, \qquad L = 3 $$
 * The other kinds, with formula, source and edge cases, stand in `controlChartKinds`.
 *
 * Parameters come from the baseline (Phase I) alone; points outside it are monitored with frozen limits (Phase II) and never move them.
 * Runs are followed across both phases. Limits are clamped to the possible range. Periods without data keep their place with
 * nulls; rules pass over them. Points that signal are not removed: to leave them out of the estimate, list the indices of the others as
 * baseline. To judge later points by the same limits, pass the `parameters` of the result.
 *
 * @returns the chart, or `not-computable`: `no-observations` (no point, or no baseline point, has data), `single-observation` (moving
 * ranges need two baseline points), `no-variation` (the baseline shows none, so that limits would fall on the centre line)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `method.unknown` (kind, rule or
 * named choice), `control-chart.points-not-a-list`, `control-chart.rules-not-a-list`, `control-chart.label-not-text`,
 * `control-chart.count-without-size`, `control-chart.bands-exceed-size`, `control-chart.sizes-differ`, `control-chart.bad-baseline`,
 * `control-chart.baseline-and-parameters`, `control-chart.parameter-missing`, `control-chart.rules-not-applicable`,
 * `result.not-representable`
 * @example
 * ```ts
 * const counts = [52, 48, 55, 47, 50, 51, 49, 53, 46, 50, 30];
 * const points = counts.map((count) => ({ count, size: 200 }));
 * const chart = controlChart({ kind: "p", points, baseline: 10 });
 * chart.status === "ok" && chart.points[10]?.lower; // => 0.1585829789973587
 * chart.status === "ok" && chart.signals; // => [{ rule: "nelson-1", index: 10, indices: [10], direction: "down" }]
 * ```
 */
export function controlChart(input: ControlChartInput): ControlChart | NotComputable {
  const { kind: id, points: given, baseline, parameters: frozen } = namedMembers(input, "input");
  const kind = methodNamed(controlChartKinds, id, ["kind"]);
  const options = chartOptions(input);
  const { readings, labels } = readPoints(kind, given, options);
  const hasMemory = kind.id === "ewma" || kind.id === "cusum";
  const wanted: unknown = (input as { rules?: unknown }).rules;
  if (hasMemory && wanted !== undefined) {
    throw new CxMetricsError(rulesNotApplicable, { path: ["rules"], values: { kind: kind.id } });
  }
  const rules = hasMemory ? [] : namedRules(wanted).map((rule) => rule.id);
  if (frozen !== undefined && baseline !== undefined) {
    throw new CxMetricsError(baselineAndParameters, { path: ["baseline"] });
  }
  const settled = frozen === undefined ? undefined : frozenParameters(kind, frozen);
  if (!readings.some((reading) => reading !== null)) return noObservations;
  const inBaseline = settled ? readings.map(() => false) : baselineOf(baseline, readings.length);
  const estimated =
    settled ??
    estimatedFrom(
      kind,
      options,
      readings.filter((_, index) => inBaseline[index] === true),
    );
  if ("status" in estimated) return estimated;
  const drawing = kind.draw(readings, estimated, options);
  const signals = drawing.signals ?? judged(drawing, options, rules);
  const signalsAt = new Map<number, Signal["rule"][]>();
  for (const { rule, index } of signals) {
    const there = signalsAt.get(index);
    if (!there) signalsAt.set(index, [rule]);
    else if (!there.includes(rule)) there.push(rule);
  }
  const points = drawing.points.map((point, index): ControlChartPoint => {
    const label = labels[index];
    const phase = inBaseline[index] === true ? "baseline" : "monitoring";
    return { ...(label !== undefined && { label }), ...point, phase, signals: signalsAt.get(index) ?? [] };
  });
  return {
    status: "ok",
    kind: kind.id,
    centre: drawing.centre,
    parameters: estimated,
    points,
    signals,
    rules,
    warnings: chartWarnings(kind.id, readings, estimated, points),
  };
}

function readPoints(
  kind: ControlChartKind,
  given: unknown,
  options: ChartOptions,
): { readings: (Reading | null)[]; labels: (string | undefined)[] } {
  if (!Array.isArray(given)) {
    throw new CxMetricsError(pointsNotAList, {
      path: ["points"],
      values: { name: "points", found: describeValue(given) },
    });
  }
  const readings: (Reading | null)[] = [];
  const labels: (string | undefined)[] = [];
  for (let index = 0; index < given.length; index++) {
    const path = ["points", index];
    const point = namedMembers(given[index] as object, `points[${index}]`, path);
    const { label } = point as { label?: unknown };
    if (label !== undefined && typeof label !== "string") {
      throw new CxMetricsError(labelNotText, {
        path: [...path, "label"],
        values: { found: describeValue(label) },
      });
    }
    labels.push(label);
    readings.push(kind.read(point, path, options));
  }
  return { readings, labels };
}

function estimatedFrom(kind: ControlChartKind, options: ChartOptions, baseline: readonly (Reading | null)[]) {
  const filled = baseline.filter((reading) => reading !== null);
  return filled.length > 0 ? kind.estimate(filled, options) : noObservations;
}

function judged(
  { centre, points }: ReturnType<ControlChartKind["draw"]>,
  { sigma }: ChartOptions,
  rules: readonly ControlRuleId[],
): readonly Signal[] {
  const values = points.map(({ value }) => value);
  const standardDeviation = points.map((point) => point.standardDeviation);
  return detectSignals(values, { centre, standardDeviation, sigma }, rules);
}
