import { CxMetricsError, type Problem } from "@cxmetrics/definition";
import {
  compareFunnelRules,
  defineFunnel,
  estimateFunnel,
  type FunnelDefinition,
  type FunnelEstimate,
  type FunnelEvent,
  funnelPresets,
  orderedFunnel,
  tallyFunnel,
} from "@cxmetrics/funnel";
import { readCsv } from "./read-csv.js";

const noColumns: Problem = {
  code: "playground.log-columns",
  en: "The log needs the columns actor, event and time; it has {found}.",
  zh: "日志需要 actor、event、time 三列；现有：{found}。",
};
const badTime: Problem = {
  code: "playground.bad-time",
  en: "Row {row}: {found} is no time. Write milliseconds, or a date with its time zone such as 2026-01-05T09:00:00Z.",
  zh: "第 {row} 行：{found} 不是时间。请写毫秒数，或带时区的时间，例如 2026-01-05T09:00:00Z。",
};

/** The rules that the explorer switches. */
export interface FunnelRules {
  readonly windowMinutes: number | null;
  readonly ties: FunnelDefinition["ties"];
  readonly entry: FunnelDefinition["entry"];
  readonly reuse: FunnelDefinition["reuse"];
  readonly order: FunnelDefinition["order"];
}

/** What a fresh definition says. */
export const usualRules: FunnelRules = {
  windowMinutes: null,
  ties: "sequence",
  entry: "best",
  reuse: "once",
  order: "ordered",
};

/** The values of each rule. */
export const ruleValues = {
  ties: ["sequence", "simultaneous", "strictly-later"],
  entry: ["best", "first", "every"],
  reuse: ["once", "repeat"],
  order: ["ordered", "any"],
} as const;

/** One step by the rules chosen and by the usual ones. */
interface StepRow {
  readonly name: string;
  readonly count: number;
  readonly usual: number;
  readonly conversionFromStart: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly medianMs: number | null;
  /** Whether a number differs from that of the usual rules. */
  readonly moved: boolean;
}

/** Counts by another rule or product beside the chosen ones. */
export interface RuleRow {
  readonly label: string;
  readonly counts: readonly number[];
  readonly difference: readonly number[] | null;
  readonly same: boolean;
}

/** Everything that the explorer shows. */
export interface InspectedFunnel {
  readonly definition: FunnelDefinition;
  readonly estimate: FunnelEstimate;
  readonly actors: number;
  readonly events: number;
  readonly steps: readonly StepRow[];
  /** Every other value of every rule, changed alone. */
  readonly alone: readonly RuleRow[];
  /** What other products count on the same log with the same window. */
  readonly products: readonly RuleRow[];
}

/** Reads a log with the columns `actor`, `event`, `time` and perhaps `sequence`. */
export function readLog(text: string): readonly FunnelEvent[] {
  const { header, rows } = readCsv(text);
  const names = header.map((name) => name.toLowerCase());
  const [actor, event, time, sequence] = ["actor", "event", "time", "sequence"].map((name) =>
    names.indexOf(name),
  );
  if (actor === -1 || event === -1 || time === -1)
    throw new CxMetricsError(noColumns, { path: ["log"], values: { found: header.join(", ").slice(0, 80) } });
  return rows.map((row, at) => ({
    actor: row[actor as number] as string,
    event: row[event as number] as string,
    timeMs: timeOf(row[time as number] as string, at),
    ...(sequence === -1 ? {} : { sequence: Number(row[sequence as number]) }),
  }));
}

function timeOf(text: string, at: number): number {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  // Without a zone the same text is another instant on every machine.
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const value = zoned ? Date.parse(text.replace(" ", "T")) : Number.NaN;
  if (Number.isNaN(value))
    throw new CxMetricsError(badTime, {
      path: ["log", at],
      values: { row: at + 2, found: text.slice(0, 40) },
    });
  return value;
}

/** The definition that steps and rules make. */
export function funnelOf(steps: readonly string[], rules: FunnelRules): FunnelDefinition {
  const windowMs = rules.windowMinutes === null ? null : rules.windowMinutes * 60_000;
  const { ties, entry, reuse, order } = rules;
  return defineFunnel({
    ...orderedFunnel({ steps, windowMs, id: "playground.funnel" }),
    ties,
    entry,
    reuse,
    order,
    ...(entry === "every" ? { count: "attempts" } : {}),
  });
}

/**
 * Counts a log by the rules chosen, by the usual ones, by every other value of each rule, and as other products would.
 *
 * @throws `CxMetricsError` as `readLog`, `defineFunnel` and `tallyFunnel` do
 */
export function inspectFunnel(log: string, steps: readonly string[], rules: FunnelRules): InspectedFunnel {
  const events = readLog(log);
  const definition = funnelOf(steps, rules);
  const tally = tallyFunnel(events, definition);
  const estimate = estimateFunnel(tally);
  const usual = tallyFunnel(events, funnelOf(steps, usualRules)).counts;
  return {
    definition,
    estimate,
    actors: tally.actors,
    events: tally.events,
    steps: estimate.steps.map((step, at) => ({
      name: step.name,
      count: step.count,
      usual: usual[at] ?? 0,
      conversionFromStart: step.conversionFromStart,
      lower: step.interval?.status === "ok" ? step.interval.lower : null,
      upper: step.interval?.status === "ok" ? step.interval.upper : null,
      medianMs: step.medianMs,
      moved: step.count !== usual[at],
    })),
    alone: othersAlone(rules).flatMap(([label, other]) =>
      rowOf(label, events, definition, () => funnelOf(steps, other)),
    ),
    products: funnelPresets.flatMap(({ id }) =>
      rowOf(id, events, definition, () => ({
        preset: id,
        steps: definition.steps,
        windowMs: definition.windowMs,
      })),
    ),
  };
}

function othersAlone(rules: FunnelRules): readonly (readonly [string, FunnelRules])[] {
  return Object.entries(ruleValues).flatMap(([rule, values]) =>
    values
      .filter((value) => value !== rules[rule as keyof typeof ruleValues])
      .map((value) => [`${rule}: ${value}`, together({ ...rules, [rule]: value })] as const),
  );
}

/** Where the order of steps plays no part it plays none within an instant: the definition's door would refuse anything else. */
function together(rules: FunnelRules): FunnelRules {
  return rules.order === "any" ? { ...rules, ties: "simultaneous" } : rules;
}

/** Rules that do not go together are left out of the comparison: the definition's own door refuses them. */
function rowOf(
  label: string,
  events: readonly FunnelEvent[],
  definition: FunnelDefinition,
  other: () => Parameters<typeof compareFunnelRules>[1][number],
): readonly RuleRow[] {
  try {
    const [, row] = compareFunnelRules(events, [definition, other()]);
    return row ? [{ label, counts: row.counts, difference: row.difference, same: row.same }] : [];
  } catch {
    return [];
  }
}

/** A span as minutes and seconds for reading. */
export function showSpan(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${seconds % 60} s`;
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${rest}` : rest;
}
