import {
  CxMetricsError,
  didYouMean,
  expectList,
  expectNumber,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { IndexDefinition, Indicator } from "../index-definition.js";
import { cholesky } from "./cholesky.js";
import {
  covarianceDiagonal,
  covarianceMalformed,
  covarianceNotPositive,
  covarianceWithoutEstimate,
  declaredTwice,
  listLength,
  unknownColumn,
} from "./problems.js";
import { readEstimate } from "./read-estimate.js";
import type { UncertainInput, UncertainTable } from "./uncertainty-input.js";
import type { UnitErrors } from "./unit-errors.js";

/** Everything about the errors of a table, checked. */
export interface TableErrors {
  readonly units: readonly UnitErrors[];
  /** Columns that hold values but no estimate for some unit: taken as exact. */
  readonly exact: readonly string[];
}

/** Reads the errors of a table whose shape has been checked by scoring it. */
export function readUnitErrors(
  definition: IndexDefinition,
  given: UncertainTable,
  level: number,
): TableErrors {
  const { table } = given;
  const sources = new Map<string, Indicator["source"]>();
  const leafColumn = new Map<string, string>();
  for (const [id, node] of Object.entries(definition.nodes))
    if (node.kind === "indicator") {
      const column = node.column ?? id;
      leafColumn.set(id, column);
      if (!sources.has(column)) sources.set(column, node.source);
    }
  const columnNamed = (name: unknown, path: ProblemPath): string => {
    const text = expectText(name, path);
    const column = sources.has(text) ? text : leafColumn.get(text);
    if (column !== undefined) return column;
    const hint = didYouMean(text, [...sources.keys()]);
    throw new CxMetricsError(unknownColumn, { path, values: { column: text, hint } });
  };
  const needs = pairRule(given, columnNamed, sources);
  const inputs = table.units.map((): UncertainInput[] => []);
  const exact = new Set(sources.keys());
  const record = expectRecord(given.estimates, ["estimates"], [], Object.keys(given.estimates ?? {}));
  for (const [name, list] of Object.entries(record)) {
    const path = ["estimates", name];
    const column = columnNamed(name, path);
    const cells = table.columns[column] ?? [];
    expectLength(list, path, table.units.length);
    let open = 0;
    (list as readonly unknown[]).forEach((value, row) => {
      const cell = cells[row];
      if (typeof cell !== "number" || Number.isNaN(cell)) return;
      if (value === null || value === undefined) {
        open += 1;
        return;
      }
      const source = sources.get(column) ?? "statistic";
      const place = { column, source, unit: table.units[row] ?? "", cell };
      const input = readEstimate(value, [...path, row], place, level);
      if (input) inputs[row]?.push(input);
    });
    if (open === 0) exact.delete(column);
  }
  if (given.covariance !== undefined) expectLength(given.covariance, ["covariance"], table.units.length);
  const units = inputs.map((list, row) => {
    const path = ["covariance", row];
    const matrix = given.covariance?.[row] ?? undefined;
    const unit = table.units[row] ?? "";
    const places = matrix === undefined ? undefined : readMatrix(matrix, path, list, unit, columnNamed);
    return unitErrors(places?.inputs ?? list, needs, places?.block);
  });
  return { units, exact: [...exact] };
}

function unitErrors(
  inputs: readonly UncertainInput[],
  needs: (a: UncertainInput, b: UncertainInput) => boolean,
  block: UnitErrors["block"],
): UnitErrors {
  return {
    inputs,
    placeOf: new Map(inputs.map(({ column }, place) => [column, place])),
    ...(block ? { block } : {}),
    needsCovariance: (a, b) => {
      const [first, second] = [inputs[a], inputs[b]];
      return first !== undefined && second !== undefined && needs(first, second);
    },
  };
}

function expectLength(list: unknown, path: ProblemPath, expected: number): void {
  const found = expectList(list, path, (item) => item).length;
  if (found !== expected)
    throw new CxMetricsError(listLength, { path, values: { part: path.join("."), found, expected } });
}

/** Which pairs must not be taken as independent. */
function pairRule(
  given: UncertainTable,
  columnNamed: (name: unknown, path: ProblemPath) => string,
  sources: ReadonlyMap<string, Indicator["source"]>,
): (a: UncertainInput, b: UncertainInput) => boolean {
  const { independent, sharedRespondents } = given;
  if (independent !== undefined && sharedRespondents !== undefined)
    throw new CxMetricsError(declaredTwice, { path: ["independent"] });
  if (independent === true) return () => false;
  if (sharedRespondents !== undefined) {
    const groups = expectList(
      sharedRespondents,
      ["sharedRespondents"],
      (group, path) => new Set(expectList(group, path, columnNamed)),
    );
    return (a, b) => groups.some((group) => group.has(a.column) && group.has(b.column));
  }
  const asksPeople = (column: string) => ["survey", "text"].includes(sources.get(column) ?? "");
  return (a, b) => asksPeople(a.column) && asksPeople(b.column);
}

function readMatrix(
  value: unknown,
  path: ProblemPath,
  inputs: readonly UncertainInput[],
  unit: string,
  columnNamed: (name: unknown, path: ProblemPath) => string,
) {
  const record = expectRecord(value, path, ["columns", "matrix"]);
  const columns = expectList(record["columns"], [...path, "columns"], columnNamed);
  const size = columns.length;
  const matrix = expectList(record["matrix"], [...path, "matrix"], (line, at) =>
    expectList(line, at, (cell, inside) =>
      cell === null ? null : expectNumber(cell, inside, { least: -1e300, most: 1e300 }),
    ),
  );
  const places = columns.map((column) => inputs.findIndex((input) => input.column === column));
  const square = matrix.length === size && matrix.every((line) => line.length === size);
  if (!square || new Set(columns).size !== size || !symmetric(matrix))
    throw new CxMetricsError(covarianceMalformed, { path, values: { unit, size } });
  const missing = columns[places.indexOf(-1)];
  if (missing !== undefined)
    throw new CxMetricsError(covarianceWithoutEstimate, { path, values: { unit, column: missing } });
  const updated = [...inputs];
  const full = matrix.map((line, row) => {
    const input = updated[places[row] ?? 0] as UncertainInput;
    const variance = line[row] ?? input.variance;
    if (variance !== null && input.variance !== null) expectSame(variance, input, path, unit);
    updated[places[row] ?? 0] = { ...input, variance: variance === 0 ? null : variance };
    return line.map((cell, column) => (column === row ? variance : cell));
  });
  const factored = cholesky(full.map((line) => line.map((cell) => cell ?? 0)));
  if ("row" in factored) {
    const values = { unit, column: columns[factored.row] ?? "", pivot: factored.pivot };
    throw new CxMetricsError(covarianceNotPositive, { path, values });
  }
  const df = Math.min(...places.map((place) => updated[place]?.df ?? Infinity));
  return { inputs: updated, block: { places, matrix: full, factor: factored.factor, df } };
}

function expectSame(variance: number, input: UncertainInput, path: ProblemPath, unit: string): void {
  const expected = input.variance ?? 0;
  if (Math.abs(variance - expected) <= 1e-4 * expected) return;
  const { column } = input;
  throw new CxMetricsError(covarianceDiagonal, { path, values: { unit, column, variance, expected } });
}

function symmetric(matrix: readonly (readonly (number | null)[])[]): boolean {
  return matrix.every((line, row) =>
    line.every((cell, column) => {
      const other = matrix[column]?.[row];
      if (cell === null || typeof other !== "number") return cell === (other ?? null);
      return Math.abs(cell - other) <= 1e-9 * Math.max(Math.abs(cell), Math.abs(other));
    }),
  );
}
