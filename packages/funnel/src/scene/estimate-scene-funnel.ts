import {
  CxMetricsError,
  type DefinitionReference,
  describeValue,
  expectRecord,
  type Interval,
  type NotComputable,
  type Warning,
} from "@cxmetrics/definition";
import { proportionInterval } from "@cxmetrics/stats";
import { engine } from "../engine.js";
import { estimateFunnel } from "../estimate-funnel.js";
import { expectLevel } from "../expect-level.js";
import { expectTally } from "../expect-tally.js";
import type { FunnelTally } from "../funnel-tally.js";
import { badValue, notFourSteps } from "./problems.js";

/** What the tally cannot tell: sums over the customers of the scene. Each may be left out. */
export interface SceneValues {
  /** Value of all customers together, in whatever unit the caller counts it. */
  readonly totalValue?: number;
  /** Products that all customers hold together. */
  readonly productsHeld?: number;
  /** Confidence level, strictly between 0 and 1, 0.95 by default. */
  readonly level?: number;
}

/** A rate of the scene funnel; `null` where nobody stands in its base. */
export interface SceneRate {
  readonly value: number | null;
  readonly n: number;
  readonly interval: Interval | NotComputable | null;
}

/** The rates of a four-step scene funnel. */
export interface SceneFunnelEstimate {
  readonly status: "ok";
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly visitors: number;
  readonly taggedUsers: number;
  readonly customers: number;
  readonly valueActive: number;
  /** Tagged users among visitors (打标覆盖率). */
  readonly tagCoverage: SceneRate;
  /** Customers among tagged users (用户到客户转化率). */
  readonly customerConversion: SceneRate;
  /** Value-active customers among customers (价值活跃率). */
  readonly valueActivation: SceneRate;
  /** Value-active customers among visitors. */
  readonly overall: SceneRate;
  /** Value per customer, in the caller's unit; `null` without a total or without customers. */
  readonly valuePerCustomer: number | null;
  /** Products held per customer (交叉持有); `null` without a total or without customers. */
  readonly productsPerCustomer: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * The rates of a four-step scene funnel: tag coverage, conversion of users into customers, value activation, and value per
 * customer.
 *
 * $$ \frac{N_2}{N_1}, \quad \frac{N_3}{N_2}, \quad \frac{N_4}{N_3}, \quad \frac{V}{N_3} $$
 *
 * N_k is the number of actors that reached step k. Shares are 0…1 with Wilson intervals. Value and products are sums over the
 * customers of the same tally, which the caller supplies; they may be below zero and come without an interval, since a sum does not tell
 * how far customers differ.
 *
 * @param tally of a `sceneFunnel`
 * @param values sums over the customers, and the confidence level
 * @throws `CxMetricsError` `funnel.not-four-steps`, `funnel.bad-value`, `funnel.bad-tally`, `interval.bad-level`
 * @example
 * ```ts
 * const funnel = sceneFunnel({ visit: "v", tag: "t", convert: "c", activate: "a" });
 * const events = { actor: [1, 1, 1, 1, 2, 2, 2, 3, 3, 4], event: [..."vtcavtcvtv"], timeMs: [1, 2, 3, 4, 1, 2, 3, 1, 2, 1] };
 * const scene = estimateSceneFunnel(tallyFunnel(events, funnel), { totalValue: 500 });
 * scene.tagCoverage.value; // => 0.75
 * scene.valuePerCustomer; // => 250
 * ```
 */
export function estimateSceneFunnel(tally: FunnelTally, values: SceneValues = {}): SceneFunnelEstimate {
  const { counts, definition } = expectTally(tally, ["tally"]);
  if (counts.length !== 4)
    throw new CxMetricsError(notFourSteps, { path: ["tally", "counts"], values: { found: counts.length } });
  const record = expectRecord(values, ["values"], [], ["totalValue", "productsHeld", "level"]);
  const level = expectLevel(record["level"] === undefined ? {} : { level: record["level"] as number });
  const [visitors = 0, taggedUsers = 0, customers = 0, valueActive = 0] = counts;
  const rate = (reached: number, n: number): SceneRate =>
    n === 0
      ? { value: null, n, interval: null }
      : {
          value: reached / n,
          n,
          interval: proportionInterval({ successes: reached, trials: n, level, method: "wilson" }),
        };
  const perCustomer = (name: "totalValue" | "productsHeld", least: number) => {
    const total = expectTotal(record[name], name, least);
    return total === null || customers === 0 ? null : total / customers;
  };
  return {
    status: "ok",
    definition,
    engine,
    visitors,
    taggedUsers,
    customers,
    valueActive,
    tagCoverage: rate(taggedUsers, visitors),
    customerConversion: rate(customers, taggedUsers),
    valueActivation: rate(valueActive, customers),
    overall: rate(valueActive, visitors),
    valuePerCustomer: perCustomer("totalValue", Number.NEGATIVE_INFINITY),
    productsPerCustomer: perCustomer("productsHeld", 0),
    warnings: estimateFunnel(tally).warnings,
  };
}

function expectTotal(value: unknown, name: string, least: number): number | null {
  if (value === undefined) return null;
  // The sum turns −0 into 0.
  if (typeof value === "number" && Number.isFinite(value) && value >= least) return value + 0;
  throw new CxMetricsError(badValue, {
    path: ["values", name],
    values: {
      name,
      from: least === 0 ? { en: " from 0", zh: "不小于 0 的" } : { en: "", zh: "" },
      found: describeValue(value),
    },
  });
}
