import type { NotComputable } from "@cxmetrics/definition";
import { normalDistribution, tDistribution } from "@cxmetrics/stats";
import { covarianceNeeded, errorUnknown, notRepresentable, noValue } from "./reasons.js";
import type { Slope } from "./slope.js";
import type { NodeUncertainty, VarianceShares } from "./uncertainty-result.js";
import { missingPair, partsOfVariance, type UnitErrors, varianceOf } from "./unit-errors.js";

/** Why a node of a unit cannot have an uncertainty, by either method. */
export function obstacle(slope: Slope, errors: UnitErrors, fault: string): NotComputable | undefined {
  if (slope.value === null) return noValue(fault);
  const used = [...slope.used];
  const unknown = used.find((place) => errors.inputs[place]?.variance === null);
  if (unknown !== undefined) return errorUnknown(errors.inputs[unknown]?.column ?? "");
  const pair = missingPair(used, errors);
  return pair && covarianceNeeded(...pair);
}

/** A node of a unit by the delta method: $\operatorname{Var}(y) = g^T S g$. */
export function linearisedNode(
  slope: Slope,
  errors: UnitErrors,
  level: number,
): NodeUncertainty | NotComputable {
  const value = slope.value ?? 0;
  const variance = varianceOf(slope.gradient, errors);
  const standardError = Math.sqrt(variance);
  const method = slope.used.size === 0 ? "exact" : "linearised";
  const df = freedomOf(slope.gradient, errors, variance);
  const tail = (1 + level) / 2;
  const reach =
    standardError * (df === Infinity ? normalDistribution.quantile(tail) : tDistribution.quantile(tail, df));
  if (!Number.isFinite(value + reach) || !Number.isFinite(value - reach)) return notRepresentable;
  const name = method === "exact" ? "exact" : df === Infinity ? "delta-normal" : "delta-t";
  return {
    status: "ok",
    value,
    standardError,
    degreesOfFreedom: df === Infinity ? null : df,
    interval: { status: "ok", lower: value - reach, upper: value + reach, level, method: name },
    method,
    near: [...slope.near].sort(),
    shares: variance > 0 ? sharesOf(partsOfVariance(slope.gradient, errors), variance, slope, errors) : null,
  };
}

/** Shares by column and source from parts of a variance. */
export function sharesOf(
  parts: ArrayLike<number>,
  variance: number,
  slope: Slope,
  { inputs }: UnitErrors,
): VarianceShares {
  const columns: [string, number][] = [];
  const sources = new Map<UnitErrors["inputs"][number]["source"], number>();
  let explained = 0;
  for (const place of [...slope.used].sort((a, b) => a - b)) {
    const input = inputs[place];
    if (!input) continue;
    const share = (parts[place] ?? 0) / variance + 0;
    explained += share;
    columns.push([input.column, share]);
    sources.set(input.source, (sources.get(input.source) ?? 0) + share);
  }
  const rest = 1 - explained;
  return {
    columns: Object.fromEntries(columns),
    sources: Object.fromEntries(sources),
    unexplained: Math.abs(rest) < 1e-9 ? 0 : rest,
  };
}

/**
 * Degrees of freedom of a sum of independent parts: $(\sum v)^2 / \sum v^2/\nu$ (Welch 1947; Satterthwaite 1946). The columns of a
 * covariance matrix are one part, with the smallest degrees of freedom among them.
 */
function freedomOf(gradient: Float64Array, errors: UnitErrors, variance: number): number {
  const parts = partsOfVariance(gradient, errors);
  const inBlock = new Set(errors.block?.places);
  let together = 0;
  let below = 0;
  errors.inputs.forEach(({ df }, place) => {
    const part = parts[place] ?? 0;
    if (inBlock.has(place)) together += part;
    else if (df !== Infinity) below += part ** 2 / df;
  });
  if (errors.block && errors.block.df !== Infinity) below += together ** 2 / errors.block.df;
  if (!(below > 0) || !(variance > 0)) return Infinity;
  const df = variance ** 2 / below;
  return df < 1e9 ? Math.max(df, 0.1) : Infinity;
}
