/** What a node id looks like: it must read as a name in formulas, spreadsheets and databases alike. */
export const nodeIdPattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

const rawSuffix = ".raw";

/** Name under which formulas read the raw value of a leaf. */
export function rawName(id: string): string {
  return `${id}${rawSuffix}`;
}

/** A node that another one reads. */
export interface Link {
  readonly node: string;
  /** Whether the raw value is read instead of the node's value. */
  readonly raw: boolean;
  /** Name of the output that is read, of a node with several. */
  readonly output?: string;
}

/** The node that a name in a formula reads: `<id>`, `<id>.raw`, or `<id>.<output>`. Ids hold no dot. */
export function readName(name: string): Link {
  const dot = name.indexOf(".");
  if (dot < 0) return { node: name, raw: false };
  const node = name.slice(0, dot);
  const member = name.slice(dot + 1);
  return member === "raw" ? { node, raw: true } : { node, raw: false, output: member };
}

/** Name under which formulas read a numeric column of the table. */
export function columnName(column: string): string {
  return `@${column}`;
}

/** The column of the table that a name in a formula reads, or `undefined` when it reads a node. */
export function readColumnName(name: string): string | undefined {
  return name.startsWith("@") ? name.slice(1) : undefined;
}
