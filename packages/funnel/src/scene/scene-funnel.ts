import { expectRecord, expectText } from "@cxmetrics/definition";
import { defineFunnel } from "../define-funnel.js";
import type { FunnelDefinition, FunnelStep } from "../funnel-definition.js";
import { expectEvents } from "../rules/expect-rules.js";

/** Which events make the four steps of a scene, and how long they may take. */
export interface SceneFunnelOptions {
  /** Somebody comes: a visit, a page view. */
  readonly visit: string | readonly string[];
  /** The visitor is recognised and tagged, and so becomes a user. */
  readonly tag: string | readonly string[];
  /** The user becomes a customer: opens an account, signs. A user is not yet a customer. */
  readonly convert: string | readonly string[];
  /** The customer's value shows: holds a product, buys again. */
  readonly activate: string | readonly string[];
  /** Longest time from the visit, milliseconds; `null`, the default, for no limit. */
  readonly windowMs?: number | null;
  /** Dotted lower-case name; `scene.four-step` by default. */
  readonly id?: string;
}

const stages = [
  ["visit", "visitors", { en: "Traffic: visitors", zh: "流量创造：访客" }],
  ["tag", "tagged-users", { en: "Tagging: tagged users", zh: "用户打标：已打标用户" }],
  ["convert", "customers", { en: "Conversion: customers", zh: "客户转化：客户" }],
  ["activate", "value-active", { en: "Value: value-active customers", zh: "价值挖掘：价值活跃客户" }],
] as const;

/**
 * The four-step funnel of a scene (场景“四步法”): traffic (流量创造), tagging (用户打标), conversion (客户转化), value (价值挖掘),
 * as a definition. Steps stand in this order, of simultaneous events in whatever order helps, since a system often tags in the
 * instant of the visit; each event fills one step.
 *
 * The four steps are named in published accounts of scene finance; which events make them, and every rule here, is this
 * library's own reading, so its provenance is `illustrative`.
 *
 * @param options the events of the four steps, and the window
 * @throws `CxMetricsError` `document.missing-key`, `document.unknown-key` and the other codes of `defineFunnel`
 * @example
 * ```ts
 * const funnel = sceneFunnel({ visit: "open", tag: "login", convert: "open-account", activate: ["invest", "pay"] });
 * funnel.steps.map((step) => step.name); // => ["visitors", "tagged-users", "customers", "value-active"]
 * ```
 */
export function sceneFunnel(options: SceneFunnelOptions): FunnelDefinition {
  const record = expectRecord(
    options,
    [],
    stages.map(([key]) => key),
    ["windowMs", "id"],
  );
  const steps = stages.map(
    ([key, name, title]): FunnelStep => ({ name, title, event: expectEvents(record[key], [key]) }),
  );
  return defineFunnel({
    formatVersion: 1,
    id: record["id"] === undefined ? "scene.four-step" : expectText(record["id"], ["id"]),
    version: "1.0.0",
    title: { en: "Four-step scene funnel", zh: "场景四步法漏斗" },
    provenance: {
      status: "illustrative",
      source: "the four steps as publicly described; events and rules our own",
    },
    steps,
    order: "ordered",
    windowMs: record["windowMs"] ?? null,
    ties: "simultaneous",
    entry: "best",
    reuse: "once",
  });
}
