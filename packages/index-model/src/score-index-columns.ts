import { CxMetricsError, type DefinitionReference, expectRecord } from "@cxmetrics/definition";
import type { Column } from "@cxmetrics/formula";
import type { Calibration } from "./calibration/calibration.js";
import { checkTable, noName } from "./check-table.js";
import { defineIndex } from "./define-index.js";
import { engine } from "./engine.js";
import { expectFitted } from "./expect-fitted.js";
import { fusedColumns } from "./fused-columns.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";
import { nodeAt } from "./node-at.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import { badTable } from "./problems.js";
import { referenceOf } from "./reference-of.js";
import { walkNodes } from "./walk-nodes.js";

/** A large table: typed columns, `NaN` is missing. */
export interface IndexColumns {
  /** Number of units. */
  readonly length: number;
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly attributes?: IndexTable["attributes"];
  readonly periods?: IndexTable["periods"];
  /** Names of the units; needed only where adjustments or imputations of the definition name units. */
  readonly units?: readonly string[];
}

/** Typed columns of an index: where `fault` is 0 there is a number. */
export interface IndexColumnResult {
  readonly definition: DefinitionReference;
  readonly engine: string;
  /** The nodes that were asked for, by id. */
  readonly nodes: Readonly<Record<string, Column>>;
  readonly comparable: boolean;
  readonly calibration?: Calibration;
}

/** What `scoreIndexColumns` gives back. */
export interface IndexColumnOptions {
  /** Ids of the nodes to give back; the root when left out. */
  readonly nodes?: readonly string[];
}

/**
 * Scores a large table of typed columns and gives typed columns back: the same values as `scoreIndex`, without lists, traces,
 * views, grades or warnings. Where every node is a formula, they are joined into one for each node that is asked for, so that
 * nothing in between is ever written to memory.
 *
 * @param definition an index definition, calibrated where it has methods of kind `fit`
 * @param table typed columns by the names that the definition reads
 * @param options the nodes to give back
 * @returns columns with a fault mask; `faults[code]` of `@cxmetrics/formula` names the reason
 * @throws `CxMetricsError` as `scoreIndex` does; `table.wrong-shape` for other lists, `index.dangling-node` for an unknown node
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst: 50, best: 95 } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const definition = defineIndex({ ...head, root: "ease", nodes: { ease } });
 * const { nodes } = scoreIndexColumns(definition, { length: 2, columns: { ease: Float64Array.of(77, NaN) } });
 * nodes.ease.values[0]; // => 60
 * Array.from(nodes.ease.fault); // => [0, 2]
 * ```
 */
export function scoreIndexColumns(
  definition: IndexDefinition,
  table: IndexColumns,
  options: IndexColumnOptions = {},
): IndexColumnResult {
  const document = defineIndex(definition);
  const { nodes: wanted = [document.root] } = expectRecord(
    options,
    ["options"],
    [],
    ["nodes"],
  ) as IndexColumnOptions;
  for (const id of wanted) nodeAt(document, id);
  const checked = checkTable(document, asTable(table), true, table.units !== undefined);
  expectFitted(document);
  const sideways =
    (document.scope === "batch" && !document.calibration) ||
    Object.values(document.nodes).some((node) => nodeKindOf(node).methodKind(node) === "cohort");
  const fused = sideways ? undefined : fusedColumns(document, checked, wanted);
  const walk = fused ? undefined : walkNodes(document, checkTable(document, withNames(checked)), []);
  const nodes = fused ?? new Map(wanted.flatMap((id) => columnAt(walk?.columns, id)));
  return {
    definition: referenceOf(document),
    engine,
    nodes: Object.fromEntries(nodes),
    comparable: (walk?.sideways.length ?? 0) === 0,
    ...(walk?.calibration ? { calibration: walk.calibration } : {}),
  };
}

function columnAt(columns: ReadonlyMap<string, Column> | undefined, id: string) {
  const column = columns?.get(id);
  return column ? [[id, column] as const] : [];
}

/** The same with something in the place of names, for methods that look at one unit after another. */
function withNames(table: IndexTable): IndexTable {
  return { ...table, units: Array.from(table.units, (unit: string | undefined) => unit ?? noName) };
}

/** The same as a table with units; their names are left open where none are given. */
function asTable(table: IndexColumns): IndexTable {
  const record = expectRecord(
    table,
    ["table"],
    ["length", "columns"],
    ["attributes", "periods", "units"],
  ) as unknown as IndexColumns;
  const { length, columns, units, attributes, periods } = record;
  const whole = Number.isInteger(length) && length >= 0 && length <= 2 ** 28;
  if (!whole)
    throw new CxMetricsError(badTable, {
      path: ["table", "length"],
      values: { part: "length", expected: { en: "a whole number of rows", zh: "行数（整数）" } },
    });
  for (const [name, column] of Object.entries(columns ?? {}))
    if (!(column instanceof Float64Array))
      throw new CxMetricsError(badTable, {
        path: ["table", "columns", name],
        values: { part: name, expected: { en: "a Float64Array", zh: "Float64Array" } },
      });
  return {
    columns,
    units: units ?? new Array<string>(length),
    ...(attributes === undefined ? {} : { attributes }),
    ...(periods === undefined ? {} : { periods }),
  };
}
