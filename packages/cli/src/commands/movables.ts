import { CxMetricsError } from "@cxmetrics/definition";
import type { IndexDefinition, IndexTable, Movable } from "@cxmetrics/index-model";
import { parseAssignment } from "../assignment-option.js";
import { parseList } from "../list-option.js";
import { badBounds } from "../problems.js";
import { textToNumber } from "../read/text-to-number.js";

/** Options that say what may be moved, as written. */
export interface MovableOptions {
  readonly over?: string;
  readonly bounds?: readonly string[];
  readonly cost?: readonly string[];
}

/**
 * The indicators that may be moved: those of `--over`, else every indicator with goalposts and a value other than 0, whose relative
 * move is its cost; with the bounds of `--bounds` and the costs of `--cost`.
 *
 * @throws `CxMetricsError` `usage.bad-bounds`, `usage.bad-assignment`, `usage.empty-list-member`
 */
export function movables(
  definition: IndexDefinition,
  table: IndexTable,
  row: number,
  { over, bounds = [], cost = [] }: MovableOptions,
): readonly Movable[] {
  const limits = new Map(bounds.map(boundsOf));
  const costs = new Map(cost.map(costOf));
  const named = parseList(over, "--over");
  const wanted = named.length > 0 ? named : ready(definition, table, row, limits, costs);
  const names = [...new Set([...wanted, ...limits.keys(), ...costs.keys()])];
  return names.map((indicator) => ({
    indicator,
    ...limits.get(indicator),
    ...(costs.has(indicator) ? { cost: costs.get(indicator) ?? 1 } : {}),
  }));
}

/** Indicators that can be moved without being told how far and at what cost. */
function ready(
  { nodes }: IndexDefinition,
  { columns }: IndexTable,
  row: number,
  limits: ReadonlyMap<string, object>,
  costs: ReadonlyMap<string, number>,
): readonly string[] {
  const taken = new Set<string>();
  return Object.entries(nodes).flatMap(([id, node]) => {
    if (node.kind !== "indicator") return [];
    const column = node.column ?? id;
    const { normalise } = node;
    const value = columns[column]?.[row];
    const bounded = ("worst" in normalise && "best" in normalise) || limits.has(id) || limits.has(column);
    const there = typeof value === "number" && !Number.isNaN(value);
    const priced = value !== 0 || costs.has(id) || costs.has(column);
    // Two indicators of one column are one thing to move.
    if (!bounded || !there || !priced || taken.has(column) || limits.has(column) || costs.has(column))
      return limits.has(id) || costs.has(id) ? [id] : [];
    taken.add(column);
    return [id];
  });
}

function boundsOf(text: string): readonly [string, { readonly lower: number; readonly upper: number }] {
  const { name, value } = parseAssignment(text, "--bounds");
  const [lower, upper, ...rest] = value.split("..").map((part) => textToNumber(part.trim()));
  if (lower === undefined || upper === undefined || rest.length > 0)
    throw new CxMetricsError(badBounds, { path: ["--bounds"], values: { found: text } });
  return [name, { lower, upper }];
}

function costOf(text: string): readonly [string, number] {
  const { name, value } = parseAssignment(text, "--cost");
  const cost = textToNumber(value);
  if (cost === undefined || !(cost > 0))
    throw new CxMetricsError(badBounds, { path: ["--cost"], values: { found: text } });
  return [name, cost];
}
