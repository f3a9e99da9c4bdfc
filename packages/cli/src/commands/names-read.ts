import type { IndexDefinition, IndexNode } from "@cxmetrics/index-model";

/** What of a table a definition reads. */
export interface NamesRead {
  /** Columns of numbers, each once. */
  readonly columns: readonly string[];
  /** Attributes, which are texts, each once. */
  readonly attributes: readonly string[];
}

/**
 * Columns of numbers and attributes that an index definition reads from a table: leaves, evidence, weights of single units, numbers that
 * formulas read as `@<column>`, statements of gates, groups of rollups.
 *
 * @param definition a checked definition
 * @example
 * ```js
 * const leaf = { kind: "indicator", normalise: { method: "identity" }, transform: { op: "divide", of: ["x", "@visits"] } };
 * const gate = { kind: "gate", of: "ease", when: { attribute: "incident", confirmed: ["yes"], clear: ["no"] } };
 * namesRead({ nodes: { ease: leaf, root: gate } }); // => { columns: ["ease", "visits"], attributes: ["incident"] }
 * ```
 */
export function namesRead({ nodes, grades, rollups }: IndexDefinition): NamesRead {
  const columns = new Set<string>();
  const attributes = new Set<string>();
  const add = (names: Set<string>, list: readonly unknown[]) => {
    for (const name of list) if (typeof name === "string") names.add(name);
  };
  for (const [id, node] of Object.entries(nodes)) {
    add(columns, [...columnsOf(id, node), ...formulaColumns(node)]);
    add(attributes, attributesOf(node));
  }
  if (grades?.veto) attributes.add(grades.veto.attribute);
  for (const { by, weights } of Object.values(rollups ?? {})) {
    attributes.add(by);
    if (weights.method === "column") columns.add(weights.column);
    if (weights.method === "attribute") attributes.add(weights.attribute);
  }
  return { columns: [...columns], attributes: [...attributes] };
}

function columnsOf(id: string, node: IndexNode): readonly unknown[] {
  if (node.kind === "aggregate") return node.children.map((child) => child.weightColumn);
  if (node.kind !== "indicator") return [];
  return [
    node.column ?? id,
    node.lag,
    ...(node.evidence?.conditions ?? []).map(({ column }) => column),
    memberOf(node.normalise, "lag"),
    memberOf(node.impute, "column"),
  ];
}

function attributesOf(node: IndexNode): readonly unknown[] {
  if (node.kind === "gate") return [memberOf(node.when, "attribute")];
  if (node.kind !== "indicator") return [];
  return [node.appliesTo?.attribute, ...(node.evidence?.stated ?? []), memberOf(node.impute, "attribute")];
}

function memberOf(value: object | undefined, key: string): unknown {
  return value !== undefined && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** Members of a node that hold no formula, though their texts may look like one. */
const wording = new Set(["title", "provenance", "note", "origin", "tags", "adjustments", "unit"]);

/** Names that begin with `@`, wherever they stand in the formulas of a node. */
function formulaColumns(value: unknown): readonly string[] {
  if (typeof value === "string") return value.startsWith("@") ? [value.slice(1)] : [];
  if (Array.isArray(value)) return value.flatMap(formulaColumns);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (wording.has(key) ? [] : formulaColumns(member)));
}
