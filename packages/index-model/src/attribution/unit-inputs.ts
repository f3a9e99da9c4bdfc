import { CxMetricsError, didYouMean, expectRecord } from "@cxmetrics/definition";
import { columnOf } from "../check-table.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { unitNotFound, unitNotNamed } from "./problems.js";

/** All that a table says of one unit. */
export interface UnitInputs {
  readonly unit: string;
  readonly columns: ReadonlyMap<string, number | null>;
  readonly attributes: ReadonlyMap<string, string | null>;
  readonly period?: string;
}

/** Something that may differ between two periods. */
export interface Input {
  readonly kind: "column" | "attribute" | "period";
  readonly name: string;
  readonly availability: "same" | "appeared" | "vanished";
}

/** Row of the unit that the caller means. */
export function rowIn(table: IndexTable, unit: unknown, name: string): number {
  const { units } = table;
  if (!Array.isArray(units)) expectRecord({}, [name], ["units"]);
  if (unit === undefined) {
    if (units.length === 1) return 0;
    throw new CxMetricsError(unitNotNamed, { path: ["options", "unit"], values: { count: units.length } });
  }
  const row = typeof unit === "number" ? unit : units.indexOf(unit as string);
  const twice = typeof unit === "string" && units.indexOf(unit) !== units.lastIndexOf(unit);
  if (Number.isInteger(row) && row >= 0 && row < units.length && !twice) return row;
  const shown = typeof unit === "string" ? JSON.stringify(unit.slice(0, 60)) : `(${typeof unit})`;
  throw new CxMetricsError(unitNotFound, {
    path: ["options", "unit"],
    values: {
      unit: typeof unit === "number" ? unit : shown,
      table: name,
      hint: typeof unit === "string" && !twice ? didYouMean(unit, units.slice(0, 10_000)) : "",
    },
  });
}

/** What a checked table says of one row. */
export function inputsAt(table: IndexTable, row: number): UnitInputs {
  const period = table.periods?.[row];
  const number = (cell: number | null | undefined) =>
    typeof cell === "number" && Number.isFinite(cell) ? cell : null;
  return {
    unit: table.units[row] as string,
    columns: new Map(Object.entries(table.columns).map(([name, cells]) => [name, number(cells[row])])),
    attributes: new Map(
      Object.entries(table.attributes ?? {}).map(([name, texts]) => [name, texts[row] ?? null]),
    ),
    ...(period === undefined ? {} : { period }),
  };
}

/** Fills what only the other period says, so that an input that one period alone knows does not move. */
export function completed(inputs: UnitInputs, other: UnitInputs): UnitInputs {
  return {
    ...inputs,
    columns: new Map([...other.columns, ...inputs.columns]),
    attributes: new Map([...other.attributes, ...inputs.attributes]),
  };
}

/** The inputs that differ and that the definition can feel: a name that its text does not hold is read by nothing in it. */
export function movedInputs(
  definition: IndexDefinition,
  before: UnitInputs,
  after: UnitInputs,
): readonly Input[] {
  const moved: Input[] = [];
  const text = JSON.stringify(definition);
  const felt = ({ kind, name }: Input) =>
    kind === "period" || text.includes(JSON.stringify(name)) || text.includes(JSON.stringify(`@${name}`));
  for (const [name, old] of before.columns) {
    const now = after.columns.get(name) ?? null;
    if (Object.is(old, now) || (old === 0 && now === 0)) continue;
    moved.push({
      kind: "column",
      name,
      availability: old === null ? "appeared" : now === null ? "vanished" : "same",
    });
  }
  for (const [name, old] of before.attributes)
    if (old !== (after.attributes.get(name) ?? null))
      moved.push({ kind: "attribute", name, availability: "same" });
  const dated = Object.values(definition.nodes).some((node) => Object.hasOwn(node, "adjustments"));
  if (dated && before.period !== after.period)
    moved.push({ kind: "period", name: "period", availability: "same" });
  return moved.filter(felt);
}

/** Leaves that read a column. */
export function leavesReading(definition: IndexDefinition, input: Input): readonly string[] {
  return Object.entries(definition.nodes).flatMap(([id, node]) => {
    if (node.kind !== "indicator") return [];
    const reads =
      input.kind === "column" ? columnOf(node, id) === input.name : node.appliesTo?.attribute === input.name;
    return reads ? [id] : [];
  });
}

/** A table with one row for each set of moved inputs: the others stand as before. */
export function mixedTable(
  before: UnitInputs,
  after: UnitInputs,
  inputs: readonly Input[],
  rows: readonly ((input: number) => boolean)[],
): IndexTable {
  const place = new Map(inputs.map(({ kind, name }, index) => [`${kind} ${name}`, index]));
  const cells = <T>(kind: Input["kind"], name: string, old: T, now: T): T[] => {
    const index = place.get(`${kind} ${name}`);
    return rows.map((moves) => (index !== undefined && moves(index) ? now : old));
  };
  const entries = <T>(
    kind: Input["kind"],
    old: ReadonlyMap<string, T | null>,
    now: ReadonlyMap<string, T | null>,
  ) =>
    Object.fromEntries(
      [...old].map(([name, value]) => [name, cells(kind, name, value, now.get(name) ?? null)]),
    );
  const { unit, period } = before;
  return {
    units: rows.map(() => unit),
    columns: entries("column", before.columns, after.columns),
    attributes: entries("attribute", before.attributes, after.attributes),
    ...(period === undefined ? {} : { periods: cells("period", "period", period, after.period ?? period) }),
  };
}
