import {
  CxMetricsError,
  type DefinitionReference,
  didYouMean,
  expectList,
  referenceTo,
} from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition, IndexNode } from "../index-definition.js";
import type { IndexResult } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { unknownUnit } from "../problems.js";
import { scoreIndex } from "../score-index.js";

/** Units scored on the leaves that apply to every one of them. */
export interface CommonLeavesResult {
  /** The definition whose leaves were reduced. */
  readonly of: DefinitionReference;
  /** Leaves that apply to every unit compared. */
  readonly commonLeaves: readonly string[];
  /** Leaves that do not apply to one of them, by leaf the units to which they do not apply. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
  /** The units compared, scored with every other leaf not applicable; its definition, and so its digest, is the reduced one. */
  readonly result: IndexResult;
}

/** Attribute by which the reduced definition tells that a leaf is left out; no author can write it. */
const attribute = "@common-leaves";

/**
 * Scores units on their common leaves only: a leaf that does not apply to one of them counts for none. Units with unequal sets of
 * leaves that do not apply are compared fairly only so; the scores are for this comparison and do not replace the index.
 *
 * A leaf that is missing stays missing, and the missing policy of the nodes decides. Weights are scaled up to the common leaves
 * inside each node, as for any leaf that does not apply.
 *
 * @param definition an index definition
 * @param table the table, as for `scoreIndex`
 * @param units units to compare, by name or by row; all of the table when left out
 * @returns the common leaves, those left out and why, and the scores
 * @throws `CxMetricsError` as `scoreIndex` does; `index.unknown-unit`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = (values) => ({ kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" }, appliesTo: { attribute: "channel", values } });
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: {
 *     start: leaf(["app"]), ease: leaf(["app", "web"]),
 *     index: { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" },
 *       children: [{ node: "start", weight: 1 }, { node: "ease", weight: 1 }] },
 *   },
 * });
 * const table = { units: ["App", "Web"], columns: { start: [90, null], ease: [70, 75] }, attributes: { channel: ["app", "web"] } };
 * scoreIndex(definition, table).nodes.index.values; // => [80, 75]
 * const { commonLeaves, result } = scoreCommonLeaves(definition, table);
 * commonLeaves; // => ["ease"]
 * result.nodes.index.values; // => [70, 75]
 * ```
 */
export function scoreCommonLeaves(
  definition: IndexDefinition,
  table: IndexTable,
  units?: readonly (string | number)[],
): CommonLeavesResult {
  const document = defineIndex(definition);
  const scored = scoreIndex(document, table);
  const rows = units === undefined ? scored.units.map((_, row) => row) : rowsOf(units, scored.units);
  const leaves = Object.keys(document.nodes).filter((id) => document.nodes[id]?.kind === "indicator");
  const outside = leaves.map((id) => {
    const { reasons } = scored.nodes[id] ?? {};
    return [id, rows.filter((row) => reasons?.[row] === "not-applicable")] as const;
  });
  const leftOut = outside.filter(([, where]) => where.length > 0);
  const absent = new Set(leftOut.map(([id]) => id));
  return {
    of: referenceTo(document),
    commonLeaves: leaves.filter((id) => !absent.has(id)),
    leftOut: Object.fromEntries(
      leftOut.map(([id, where]) => [id, where.map((row) => scored.units[row] as string)] as const),
    ),
    result: scoreIndex(reduced(document, absent), selected(table, rows)),
  };
}

/** The definition with some leaves not applicable to any unit. */
function reduced(document: IndexDefinition, absent: ReadonlySet<string>): IndexDefinition {
  const nodes = Object.entries(document.nodes).map(([id, node]): readonly [string, IndexNode] => [
    id,
    node.kind === "indicator" && absent.has(id)
      ? { ...node, appliesTo: { attribute, values: ["applies"] } }
      : node,
  ]);
  return defineIndex({ ...document, nodes: Object.fromEntries(nodes) });
}

/** The rows of a table, with the attribute that leaves leaves out. */
function selected(table: IndexTable, rows: readonly number[]): IndexTable {
  const pick = <T>(list: ArrayLike<T>): T[] => rows.map((row) => list[row] as T);
  const each = <T>(lists: Readonly<Record<string, ArrayLike<T>>>) =>
    Object.entries(lists).map(([key, list]) => [key, pick(list)] as const);
  return {
    units: pick(table.units),
    columns: Object.fromEntries(each(table.columns)),
    attributes: Object.fromEntries([
      ...each(table.attributes ?? {}),
      [attribute, rows.map(() => "left out")] as const,
    ]),
    ...(table.periods ? { periods: pick(table.periods) } : {}),
  };
}

function rowsOf(units: readonly (string | number)[], names: readonly string[]): readonly number[] {
  const rows = expectList(
    units,
    ["units"],
    (unit, path) => {
      const isRow = typeof unit === "number" && Number.isInteger(unit) && unit >= 0 && unit < names.length;
      const found = isRow ? [unit] : names.flatMap((name, row) => (name === unit ? [row] : []));
      if (found.length > 0) return found;
      throw new CxMetricsError(unknownUnit, {
        path,
        values: {
          unit: typeof unit === "string" ? JSON.stringify(unit.slice(0, 60)) : String(typeof unit),
          hint: typeof unit === "string" ? didYouMean(unit, names.slice(0, 10_000)) : "",
          last: names.length - 1,
        },
      });
    },
    1,
  );
  return [...new Set(rows.flat())];
}
