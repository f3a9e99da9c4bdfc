import {
  CxMetricsError,
  expectList,
  expectRecord,
  expectText,
  type LocalizedText,
} from "@cxmetrics/definition";
import { defineFunnel } from "./define-funnel.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import { noSteps } from "./problems.js";

/** What `orderedFunnel` is told. */
export interface OrderedFunnelOptions {
  /** The events in order, one a step. */
  readonly steps: readonly string[];
  /** Longest time from step 1 to any later step, inclusive; `null`, the default, for no limit. */
  readonly windowMs?: number | null;
  /** Dotted lower-case name; `adhoc.funnel` by default. */
  readonly id?: string;
  /** The events joined by arrows by default. */
  readonly title?: LocalizedText;
}

/**
 * Writes a full funnel definition for a question asked once: version 1.0.0, provenance `illustrative`. Each event is a
 * step of its own name; an event listed again becomes the step "event (2)".
 *
 * @throws `CxMetricsError` `funnel.no-steps`, `document.unknown-key` and the other codes of `defineFunnel`
 * @example
 * ```ts
 * const funnel = orderedFunnel({ steps: ["home", "search", "search"] });
 * funnel.steps.map((step) => step.name); // => ["home", "search", "search (2)"]
 * orderedFunnel({ steps: ["home", "purchase"], windowMs: 3_600_000 }).title.en; // => "home → purchase"
 * ```
 */
export function orderedFunnel(options: OrderedFunnelOptions): FunnelDefinition {
  const record = expectRecord(options, [], [], ["steps", "windowMs", "id", "title"]);
  if (record["steps"] === undefined || (Array.isArray(record["steps"]) && record["steps"].length === 0))
    throw new CxMetricsError(noSteps, { path: ["steps"] });
  const events = expectList(record["steps"], ["steps"], (event, path) => expectText(event, path), 1);
  const title = events.join(" → ");
  return defineFunnel({
    formatVersion: 1,
    id: record["id"] ?? "adhoc.funnel",
    version: "1.0.0",
    title: record["title"] ?? { en: title, zh: title },
    provenance: { status: "illustrative", source: "written for one question" },
    steps: stepsNamedAfter(events),
    order: "ordered",
    windowMs: record["windowMs"] ?? null,
    ties: "sequence",
    entry: "best",
    reuse: "once",
  });
}

function stepsNamedAfter(events: readonly string[]): { name: string; event: string }[] {
  const taken = new Set(events);
  const used = new Set<string>();
  return events.map((event) => {
    let name = event;
    for (let nth = 2; used.has(name) || (name !== event && taken.has(name)); nth++)
      name = `${event} (${nth})`;
    used.add(name);
    return { name, event };
  });
}
