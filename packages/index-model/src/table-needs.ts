import { attributesRead, columnsRead } from "./check-table.js";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";

/** What a definition reads of a table, each name once. */
export interface TableNeeds {
  /** Columns of numbers: of leaves, of formulas, evidence, imputation, weights of single units. */
  readonly columns: readonly string[];
  /** Attributes, which are texts: applicability, statements of gates and of the veto, groups of imputation, places in rollups. */
  readonly attributes: readonly string[];
  /** Periods by whose rows something is fitted; the table has to state periods and hold these. */
  readonly periods: readonly string[];
}

/**
 * What a table must hold to be scored against a definition.
 *
 * @param definition an index definition
 * @returns names of columns, attributes and periods, in the order of the nodes
 * @throws `CxMetricsError` as `defineIndex` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "behaviour", normalise: { method: "identity" } };
 * const definition = { formatVersion: 1, id: "example.rate", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 1 }, root: "rate",
 *   nodes: { rate: { ...leaf, column: "solved", transform: { op: "divide", of: ["x", "@calls"] }, appliesTo: { attribute: "channel", values: ["phone"] } } } };
 * tableNeeds(definition); // => { columns: ["solved", "calls"], attributes: ["channel"], periods: [] }
 * ```
 */
export function tableNeeds(definition: IndexDefinition): TableNeeds {
  const document = defineIndex(definition);
  const { nodes, grades, rollups, calibration } = document;
  const gathering = Object.values(rollups ?? {});
  const weights = gathering.map((rollup) => rollup.weights);
  return {
    columns: unique([
      ...columnsRead(document),
      ...weights.flatMap((each) => (each.method === "column" ? [each.column] : [])),
    ]),
    attributes: unique([
      ...attributesRead(document),
      ...(grades?.veto ? [grades.veto.attribute] : []),
      ...gathering.map(({ by }) => by),
      ...weights.flatMap((each) => (each.method === "attribute" ? [each.attribute] : [])),
    ]),
    // Frozen parameters look at no period any more.
    periods: calibration ? [] : unique(Object.values(nodes).flatMap(periodsOfScopes)),
  };
}

/** Periods that the scopes (`over: { period }`) of methods name, however deep they stand. */
function periodsOfScopes(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === "over" && typeof member === "object" && member !== null && "period" in member)
      return typeof member.period === "string" ? [member.period] : [];
    return periodsOfScopes(member);
  });
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
