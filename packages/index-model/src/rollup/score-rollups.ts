import { CxMetricsError, describeValue, didYouMean } from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import { attributeAt } from "../check-table.js";
import type { IndexDefinition } from "../index-definition.js";
import type { NodeResult } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { gather } from "./gather.js";
import { rollupAttributeVaries, rollupColumnMissing, rollupUnitNotPlaced, rollupWeight } from "./problems.js";
import { gatheredNodes, orderRollups } from "./read-rollups.js";
import type { GatheredNode, Rollup, RollupResult } from "./rollup.js";

/** One level: names, and for each unit the rows of the table below it. */
interface Level {
  readonly units: readonly string[];
  readonly periods?: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly nodes: Readonly<Record<string, Pick<NodeResult, "values" | "reasons">>>;
}

/** Gathers the units of a scored table, level by level. */
export function scoreRollups(
  definition: IndexDefinition,
  table: IndexTable,
  nodes: Readonly<Record<string, NodeResult>>,
): Readonly<Record<string, RollupResult>> {
  const { units, periods } = table;
  const base: Level = { units, ...(periods ? { periods } : {}), rows: units.map((_, row) => [row]), nodes };
  const levels = new Map<string, Level>();
  const results = new Map<string, RollupResult>();
  for (const id of orderRollups(definition)) {
    const rollup = definition.rollups?.[id] as Rollup;
    const below = (rollup.from === undefined ? undefined : levels.get(rollup.from)) ?? base;
    const { level, result } = gatherLevel(definition, id, rollup, below, table);
    levels.set(id, level);
    results.set(id, result);
  }
  return Object.fromEntries(
    Object.keys(definition.rollups ?? {}).map((id) => [id, results.get(id) as RollupResult] as const),
  );
}

function gatherLevel(
  definition: IndexDefinition,
  id: string,
  rollup: Rollup,
  below: Level,
  table: IndexTable,
) {
  const place = textOf(table, rollup.by, id, below);
  const weight = weightOf(table, rollup, id, below);
  const groups = new Map<string, { unit: string; period: string | undefined; members: number[] }>();
  below.units.forEach((_, member) => {
    const unit = place(member);
    const period = below.periods?.[member];
    const key = JSON.stringify([unit, period ?? null]);
    const group = groups.get(key) ?? { unit, period, members: [] };
    group.members.push(member);
    groups.set(key, group);
  });
  const gathered = [...groups.values()];
  const units = gathered.map((group) => group.unit);
  const periods = below.periods ? { periods: gathered.map((group) => group.period ?? "") } : {};
  const members = gathered.map((group) => group.members);
  const weights = members.map((group) => group.map(weight));
  const absent = absentParts(rollup, id, below, table, members);
  const nodes = Object.fromEntries(
    gatheredNodes(definition, id).map(
      (node) => [node, gatherNode(rollup, below, node, members, weights, absent)] as const,
    ),
  );
  const rows = members.map((group) => group.flatMap((member) => below.rows[member] ?? []));
  return {
    level: { units, ...periods, rows, nodes },
    result: {
      units,
      ...periods,
      members,
      weights,
      ...(absent.some((parts) => parts.length > 0)
        ? { absent: absent.map((parts) => parts.map(({ text }) => text)) }
        : {}),
      nodes,
    },
  };
}

function gatherNode(
  rollup: Rollup,
  below: Level,
  node: string,
  members: readonly (readonly number[])[],
  weights: readonly (readonly number[])[],
  absent: readonly (readonly AbsentPart[])[],
): GatheredNode {
  const own = below.nodes[node];
  const counted = rollup.weights.method === "attribute" && rollup.weights.absent === "missing";
  const outcomes = members.map((group, index) =>
    gather(
      [
        ...group.map((member, position) => ({
          weight: weights[index]?.[position] ?? 0,
          value: own?.values[member] ?? null,
          reason: own?.reasons?.[member] ?? null,
        })),
        ...(counted ? (absent[index] ?? []) : []).map(({ weight }) => ({
          weight,
          value: null,
          reason: "missing" as const,
        })),
      ],
      rollup,
    ),
  );
  const reasons = outcomes.map((one) => one.reason);
  return {
    values: outcomes.map((one) => one.value),
    ...(reasons.some((reason) => reason !== null) ? { reasons } : {}),
    coverage: outcomes.map((one) => one.coverage),
  };
}

/** A value of the weighing attribute without a row. */
interface AbsentPart {
  readonly text: string;
  readonly weight: number;
}

/** For each gathered unit, the values of the weighing attribute that weigh something and that none of its members has. */
function absentParts(
  { weights }: Rollup,
  id: string,
  below: Level,
  table: IndexTable,
  members: readonly (readonly number[])[],
): readonly (readonly AbsentPart[])[] {
  if (weights.method !== "attribute") return members.map(() => []);
  const text = textOf(table, weights.attribute, id, below);
  const parts = Object.entries(weights.values)
    .map(([value, weight]) => ({ text: value, weight: weightToNumber(weight) }))
    .filter(({ weight }) => weight > 0);
  return members.map((group) => {
    const present = new Set(group.map(text));
    return parts.filter((part) => !present.has(part.text));
  });
}

/** Text of an attribute for a member, which all rows below it must share. */
function textOf(
  table: IndexTable,
  attribute: string,
  rollup: string,
  below: Level,
): (member: number) => string {
  const texts: ArrayLike<unknown> = attributeAt(table, attribute, `rollups.${rollup}`);
  return (member) => {
    const unit = below.units[member] as string;
    const found = new Set((below.rows[member] ?? []).map((row) => texts[row]));
    const [text] = found;
    const path = ["table", "attributes", attribute, below.rows[member]?.[0] ?? 0];
    if (found.size > 1)
      throw new CxMetricsError(rollupAttributeVaries, { path, values: { unit, attribute, rollup } });
    if (typeof text !== "string" || text.trim() === "")
      throw new CxMetricsError(rollupUnitNotPlaced, {
        path,
        values: { unit, row: below.rows[member]?.[0] ?? 0, attribute, rollup },
      });
    return text;
  };
}

function weightOf(
  table: IndexTable,
  { weights }: Rollup,
  rollup: string,
  below: Level,
): (member: number) => number {
  if (weights.method === "equal") return () => 1;
  const checked = (weight: unknown, row: number): number => {
    if (typeof weight === "number" && weight >= 0 && weight <= 1e15) return weight;
    throw new CxMetricsError(rollupWeight, {
      path: ["rollups", rollup, "weights"],
      values: { unit: table.units[row] ?? "", row, rollup, found: describeValue(weight) },
    });
  };
  if (weights.method === "attribute") {
    const text = textOf(table, weights.attribute, rollup, below);
    return (member) => {
      const value = text(member);
      const weight = Object.hasOwn(weights.values, value) ? weights.values[value] : undefined;
      return checked(weight === undefined ? undefined : weightToNumber(weight), below.rows[member]?.[0] ?? 0);
    };
  }
  const { column } = weights;
  const cells: ArrayLike<unknown> | undefined = Object.hasOwn(table.columns, column)
    ? table.columns[column]
    : undefined;
  if (cells === undefined || typeof cells !== "object" || cells.length !== table.units.length)
    throw new CxMetricsError(rollupColumnMissing, {
      path: ["table", "columns", column],
      values: { rollup, column, hint: didYouMean(column, Object.keys(table.columns)) },
    });
  return (member) => (below.rows[member] ?? []).reduce((sum, row) => sum + checked(cells[row], row), 0);
}
