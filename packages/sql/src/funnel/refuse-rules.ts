import { CxMetricsError, type LocalizedText } from "@cxmetrics/definition";
import type { FunnelDefinition } from "@cxmetrics/funnel";
import { noSequence, notCompiled } from "../problems.js";
import type { FunnelSettings } from "./funnel-sql-options.js";

/** Steps and exclusions that a query can tell apart: they share the bits of one 64-bit number. */
const mostMarks = 60;

interface Refusal {
  readonly rule: string;
  readonly when: (funnel: FunnelDefinition) => boolean;
  readonly path: readonly string[];
  readonly reason: LocalizedText;
  readonly instead: string;
  /** The form that honours the rule all the same. */
  readonly unless?: FunnelSettings["form"];
}

const oneByOne = {
  en: "it follows the events one by one, which window functions do not.",
  zh: "它须逐个事件跟踪，窗口函数做不到。",
};

const refusals: readonly Refusal[] = [
  {
    rule: "order: any",
    when: ({ order }) => order === "any",
    path: ["order"],
    reason: oneByOne,
    instead: "order: ordered",
  },
  {
    rule: "entry: every",
    when: ({ entry }) => entry === "every",
    path: ["entry"],
    reason: oneByOne,
    instead: "entry: best",
  },
  {
    rule: "adjacency",
    when: ({ adjacency }) => adjacency !== undefined,
    path: ["adjacency"],
    reason: oneByOne,
    instead: "exclusions",
  },
  {
    rule: "ties: simultaneous, reuse: once",
    when: ({ ties, reuse, steps }) => ties === "simultaneous" && reuse === "once" && sharesEvents(steps),
    path: ["ties"],
    reason: {
      en: "where one event may fill several steps, the events of an instant are matched with steps one by one.",
      zh: "当一个事件可满足多个步骤时，须将同一时刻的事件与步骤逐一匹配。",
    },
    instead: "ties: sequence",
    unless: "window-funnel",
  },
  {
    rule: "steps, exclusions",
    when: ({ steps, exclusions = [] }) => steps.length + exclusions.length > mostMarks,
    path: ["steps"],
    reason: { en: `there are more than ${mostMarks} of them.`, zh: `其总数超过 ${mostMarks}。` },
    instead: "fewer steps",
  },
];

/** Refuses by name what a query cannot honour; the definition is checked. */
export function refuseRules(
  funnel: FunnelDefinition,
  {
    columns,
    untied,
    form,
  }: Pick<FunnelSettings, "untied" | "form"> & {
    readonly columns: { readonly sequence?: string };
  },
): void {
  const sequence = columns.sequence !== undefined;
  for (const { when, path, rule, reason, instead, unless } of refusals)
    if (unless !== form && when(funnel))
      throw new CxMetricsError(notCompiled, { path, values: { rule, reason, instead } });
  if (funnel.ties === "sequence" && !sequence && !untied)
    throw new CxMetricsError(noSequence, { path: ["options", "columns", "sequence"] });
}

/** Whether some event name fills more than one step. */
export function sharesEvents(steps: FunnelDefinition["steps"]): boolean {
  const names = steps.flatMap(({ event }) => [...new Set(typeof event === "string" ? [event] : event)]);
  return new Set(names).size < names.length;
}
