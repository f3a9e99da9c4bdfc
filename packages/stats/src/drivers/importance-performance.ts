import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { finiteNumber } from "../expect/finite-number.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { median } from "../median.js";
import { notAList } from "../problems.js";
import { noObservations } from "../reasons.js";
import { expectName } from "./driver-rows.js";
import { cutsUnknown } from "./problems.js";

/** One attribute: how much it matters and how well it is done, each on a scale of its own. */
export interface ImportancePerformanceItem {
  readonly name: string;
  /** For example the share of `relativeImportance`. */
  readonly importance: number;
  /** For example a top-2-box share or a mean rating. */
  readonly performance: number;
}

/** Where the two lines run. */
export interface ImportancePerformanceCuts {
  readonly importance: number;
  readonly performance: number;
}

/** Arguments of `importancePerformance`. */
export interface ImportancePerformanceInput {
  readonly items: readonly ImportancePerformanceItem[];
  /** Lines at the means of the items, at their medians, or where you say. */
  readonly cuts: "means" | "medians" | ImportancePerformanceCuts;
}

/**
 * Martilla and James's four fields: `concentrate` (important, done badly: “concentrate here”), `keep-up` (important, done well: “keep up the
 * good work”), `low-priority` (neither), `overkill` (unimportant, done well: “possible overkill”).
 */
export type ImportancePerformanceQuadrant = "concentrate" | "keep-up" | "low-priority" | "overkill";

/** An item and its field. */
export interface PlacedItem extends ImportancePerformanceItem {
  readonly quadrant: ImportancePerformanceQuadrant;
  /** Lines on which the item lies; such an item counts as above the line, and a hair's breadth would move it. */
  readonly onLine: readonly ("importance" | "performance")[];
}

/** The grid of an importance–performance analysis. */
export interface ImportancePerformanceGrid {
  readonly status: "ok";
  readonly rule: "means" | "medians" | "given";
  readonly cuts: ImportancePerformanceCuts;
  /** In the order given. */
  readonly items: readonly PlacedItem[];
}

/** Share of the spread of the values within which an item counts as lying on the line: the rounding of a mean, and no more. */
const widthOfLine = 1e-12;

/**
 * Importance–performance analysis: places each attribute in one of four fields by two lines.
 *
 * An item on a line counts as above it (important, or done well) and is named in `onLine`. Lines at means or medians are relative to the
 * items at hand: some item will always be below, however well all is done. Fix the lines to compare waves.
 * Source: Martilla and James, Importance-performance analysis, Journal of Marketing 41(1) (1977) 77–79.
 *
 * @returns the grid, or `not-computable` `no-observations` for no items
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `name.not-allowed`, `name.duplicate`,
 * `importance-performance.cuts`, `result.not-representable`
 * @example
 * ```ts
 * const grid = importancePerformance({
 *   items: [
 *     { name: "speed", importance: 0.5, performance: 0.6 },
 *     { name: "clarity", importance: 0.3, performance: 0.9 },
 *     { name: "range", importance: 0.1, performance: 0.9 },
 *   ],
 *   cuts: "means",
 * });
 * grid.status === "ok" && grid.items.map((item) => item.quadrant); // => ["concentrate", "keep-up", "overkill"]
 * grid.status === "ok" && grid.items[1]?.onLine; // => ["importance"]
 * ```
 */
export function importancePerformance(
  input: ImportancePerformanceInput,
): ImportancePerformanceGrid | NotComputable {
  const { items: list, cuts: wanted } = namedMembers(input, "input");
  if (!Array.isArray(list)) {
    const values = { name: "items", found: describeValue(list) };
    throw new CxMetricsError(notAList, { path: ["items"], values });
  }
  const items = expectItems(list);
  const rule = ruleOf(wanted);
  if (items.length === 0) return noObservations;
  const importances = items.map((item) => item.importance);
  const performances = items.map((item) => item.performance);
  const cuts =
    typeof wanted === "object"
      ? { importance: wanted.importance + 0, performance: wanted.performance + 0 }
      : { importance: middle(importances, wanted), performance: middle(performances, wanted) };
  const aboveImportance = sideOf(importances, cuts.importance);
  const abovePerformance = sideOf(performances, cuts.performance);
  const placed = items.map((item): PlacedItem => {
    const important = aboveImportance(item.importance);
    const good = abovePerformance(item.performance);
    const quadrant = important.above
      ? good.above
        ? "keep-up"
        : "concentrate"
      : good.above
        ? "overkill"
        : "low-priority";
    const onLine = [
      ...(important.on ? (["importance"] as const) : []),
      ...(good.on ? (["performance"] as const) : []),
    ];
    return { ...item, quadrant, onLine };
  });
  return { status: "ok", rule, cuts, items: placed };
}

function expectItems(list: readonly unknown[]): readonly ImportancePerformanceItem[] {
  const seen = new Set<string>();
  return Array.from(list, (member, index) => {
    const path = ["items", index];
    const item = namedMembers(member as ImportancePerformanceItem, `items[${index}]`, path);
    return {
      name: expectName(item.name, [...path, "name"], seen),
      importance: finiteNumber(item.importance, "importance", [...path, "importance"]) + 0,
      performance: finiteNumber(item.performance, "performance", [...path, "performance"]) + 0,
    };
  });
}

function ruleOf(cuts: unknown): ImportancePerformanceGrid["rule"] {
  if (cuts === "means" || cuts === "medians") return cuts;
  if (typeof cuts !== "object" || cuts === null || Array.isArray(cuts))
    throw new CxMetricsError(cutsUnknown, { path: ["cuts"], values: { found: describeValue(cuts) } });
  const { importance, performance } = cuts as Partial<ImportancePerformanceCuts>;
  finiteNumber(importance, "importance", ["cuts", "importance"]);
  finiteNumber(performance, "performance", ["cuts", "performance"]);
  return "given";
}

function middle(values: readonly number[], rule: "means" | "medians"): number {
  if (rule === "means") return representable(compensatedSum(values) / values.length, "mean");
  const found = median(values);
  return found.status === "ok" ? found.value : 0;
}

function sideOf(values: readonly number[], line: number): (value: number) => { on: boolean; above: boolean } {
  let least = line;
  let most = line;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  // Halves, so that the spread of the largest numbers does not overflow.
  const width = widthOfLine * (most / 2 - least / 2);
  return (value) => {
    const on = Math.abs(value / 2 - line / 2) <= width;
    return { on, above: on || value > line };
  };
}
