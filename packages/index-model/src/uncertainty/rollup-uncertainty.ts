import type { Interval, NotComputable } from "@cxmetrics/definition";
import { normalDistribution } from "@cxmetrics/stats";
import type { IndexResult } from "../index-result.js";
import { orderRollups } from "../rollup/read-rollups.js";
import type { Rollup, RollupResult } from "../rollup/rollup.js";
import { memberErrorUnknown, noValue, rollupNotCarried } from "./reasons.js";
import type { IndexUncertainty } from "./uncertainty-result.js";

/** One node of one gathered unit. */
export interface RollupUncertainty {
  readonly status: "ok";
  /** The gathered value, as `scoreIndex` gives it. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

type Told = readonly (RollupUncertainty | NotComputable)[];

/**
 * Errors of gathered units: those of independent members under exact weights, Var = Σ w² Var / W². Only arithmetic means are carried; other
 * ways of gathering are refused by name.
 */
export function rollupUncertainty(
  { document, rollups = {} }: IndexResult,
  nodes: IndexUncertainty["nodes"],
  level: number,
): Readonly<Record<string, Readonly<Record<string, Told>>>> {
  const told = new Map<string, Readonly<Record<string, Told>>>();
  for (const id of orderRollups(document)) {
    const rollup = document.rollups?.[id];
    const result = rollups[id];
    if (!rollup || !result) continue;
    const below = rollup.from === undefined ? nodes : (told.get(rollup.from) ?? {});
    told.set(
      id,
      Object.fromEntries(
        Object.keys(result.nodes).flatMap((node) => {
          const members = below[node];
          return members ? [[node, gatheredErrors(rollup, result, node, members, level)] as const] : [];
        }),
      ),
    );
  }
  return Object.fromEntries(
    Object.keys(document.rollups ?? {}).map((id) => [id, told.get(id) ?? {}] as const),
  );
}

type Member = { readonly status: "ok"; readonly standardError: number | null } | NotComputable;

function gatheredErrors(
  { method }: Rollup,
  { members, weights, nodes }: RollupResult,
  node: string,
  below: readonly Member[],
  level: number,
): Told {
  const reach = normalDistribution.quantile((1 + level) / 2);
  return members.map((rows, unit) => {
    const value = nodes[node]?.values[unit] ?? null;
    if (value === null) return noValue(nodes[node]?.reasons?.[unit] ?? "missing");
    if (method !== "arithmetic-mean") return rollupNotCarried(method);
    let variance = 0;
    let whole = 0;
    for (const [place, row] of rows.entries()) {
      const weight = weights[unit]?.[place] ?? 0;
      const member = below[row];
      // Members without a value were left out of the mean, and so are their weights.
      if (weight === 0 || member === undefined || isWithoutValue(member)) continue;
      if (member.status !== "ok" || member.standardError === null) return memberErrorUnknown;
      variance += (weight * member.standardError) ** 2;
      whole += weight;
    }
    const standardError = Math.sqrt(variance) / whole;
    const half = reach * standardError;
    if (!Number.isFinite(value + half) || !Number.isFinite(value - half)) return memberErrorUnknown;
    const interval = {
      status: "ok",
      lower: value - half,
      upper: value + half,
      level,
      method: "delta-normal",
    } as const;
    return { status: "ok", value, standardError, interval };
  });
}

function isWithoutValue(member: Member): boolean {
  return member.status === "not-computable" && member.reason === "no-value";
}
