import { CxMetricsError, expectRecord } from "@cxmetrics/definition";
import type { IndexDefinition } from "@cxmetrics/index-model";
import { textCell } from "../engines/cell-sql.js";
import { missingColumn } from "../problems.js";
import type { SqlText } from "../sql-text.js";
import { nodeOf } from "./whole-formula.js";

/** Where the values of an indicator stand. */
export interface IndexColumn {
  readonly column: string;
  /** A boolean column: true where the indicator is not applicable. */
  readonly notApplicable?: string;
}

/** Where an input of a formula stands: an expression over the table, and a boolean beside it where it may not apply. */
export interface IndexPlace {
  readonly value: string;
  readonly mark?: string;
}

type Columns = Readonly<Record<string, string | IndexColumn>>;

/**
 * Where an input of a formula stands: `<leaf>.raw` in the leaf's column, `@name` in the column of that name, `<gate>.statement` and
 * `<leaf>.stated` in the columns of their attributes. `undefined` for parameters that nobody fitted.
 */
export function placeOf(
  text: SqlText,
  document: IndexDefinition,
  columns: Columns | undefined,
  input: string,
): IndexPlace | undefined {
  const { double } = text.dialect;
  const number = (name: string): IndexPlace => {
    const { path, column, notApplicable } = columnOf(columns, name);
    return {
      value: `CAST(${text.column(column, path)} AS ${double})`,
      ...(notApplicable === undefined ? {} : { mark: text.column(notApplicable, path) }),
    };
  };
  if (input.startsWith("@")) return number(input.slice(1));
  const id = nodeOf(input);
  const node = Object.hasOwn(document.nodes, id) ? document.nodes[id] : undefined;
  if (node?.kind === "indicator" && input === `${id}.raw`) return number(node.column ?? id);
  const attribute = (name: string) => {
    const { path, column } = columnOf(columns, name);
    return text.column(column, path);
  };
  if (node?.kind === "gate" && "attribute" in node.when && input === `${id}.statement`) {
    const { confirmed, clear } = node.when;
    const said = `CAST(${attribute(node.when.attribute)} AS ${text.dialect.text})`;
    const list = (texts: readonly string[]) => texts.map((one) => text.text(one)).join(", ");
    return {
      value: `CASE WHEN ${said} IN (${list(confirmed)}) THEN ${text.number(1)} WHEN ${said} IN (${list(clear)}) THEN ${text.number(0)} END`,
    };
  }
  if (node?.kind === "indicator" && input === `${id}.stated`) {
    const given = (node.evidence?.stated ?? []).map(
      (name) => `${textCell(text, attribute(name))} IS NOT NULL`,
    );
    return { value: `CASE WHEN ${given.join(" AND ")} THEN ${text.number(1)} END` };
  }
  return undefined;
}

function columnOf(columns: Columns | undefined, name: string) {
  const path = ["options", "columns", name];
  const found = columns !== undefined && Object.hasOwn(columns, name) ? columns[name] : name;
  if (found === undefined)
    throw new CxMetricsError(missingColumn, { path, values: { name, place: `.${name}` } });
  if (typeof found === "string") return { path, column: found, notApplicable: undefined };
  const { column, notApplicable } = expectRecord(
    found,
    path,
    ["column"],
    ["notApplicable"],
  ) as unknown as IndexColumn;
  return { path, column, notApplicable };
}
