import { CxMetricsError, expectList, expectRecord, expectText } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import { inputsOf, substitute, toSqlQuery } from "@cxmetrics/formula";
import { defineIndex, type IndexDefinition, lowerNode, scoreIndexColumns } from "@cxmetrics/index-model";
import { type CompiledSql, finishSql } from "../compiled-sql.js";
import { dialectNamed } from "../dialects/registry.js";
import { missingColumn, notCompiled } from "../problems.js";
import { quoteTable, type SqlTable, source, startSql } from "../sql-text.js";

/** Where the values of an indicator stand. */
export interface IndexColumn {
  readonly column: string;
  /** A boolean column: true where the indicator is not applicable. */
  readonly notApplicable?: string;
}

/** How the scoring of an index is written as SQL. */
export interface IndexSqlOptions {
  readonly dialect: "duckdb" | "postgresql" | "clickhouse";
  readonly table: SqlTable;
  /** The column that names the unit of a row, handed on as `cx_unit`. */
  readonly unit: string;
  /** Where the columns of the definition stand; one that is left out has the column of its own name. */
  readonly columns?: Readonly<Record<string, string | IndexColumn>>;
  /** Ids of the nodes to compute; the root where it is left out. */
  readonly nodes?: readonly string[];
}

/**
 * An index as one SQL query over a table of units: per row `cx_unit`, and for node k of `nodes` its value `cx_value<k>` (NULL where there is
 * none) and the code of its fault `cx_fault<k>` (0 where there is a value). `readIndexColumns` turns the rows into the columns
 * that `scoreIndexColumns` computes.
 *
 * Each node is one formula over raw values, written by `toSqlQuery` of `@cxmetrics/formula`, so that faults are told as in
 * memory and values agree up to the last digits of the database's `ln`, `exp` and power. Methods whose parameters are fitted
 * need a calibrated definition. Refused by name: cohort methods, unfitted ones, leaves with codes, adjustments or `appliesTo`,
 * and nodes that read one of several outputs of another.
 *
 * @param definition an index definition, calibrated where it has methods of kind `fit`
 * @param options dialect, table, unit, columns and nodes
 * @throws `CxMetricsError` `sql.not-compiled`, `sql.bad-name`, `sql.bad-table`, `index.no-formula`, `index.not-fitted`, the codes of
 * `defineIndex` and `toSqlQuery`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst: 50, best: 95 } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const { sql } = compileIndexSql({ ...head, root: "ease", nodes: { ease } }, { dialect: "duckdb", table: "branches", unit: "branch" });
 * sql.includes('cx_src."ease"'); // => true
 * ```
 */
export function compileIndexSql(definition: IndexDefinition, options: IndexSqlOptions): CompiledSql {
  const document = defineIndex(definition);
  const given = expectRecord(options, ["options"], ["dialect", "table", "unit"], ["columns", "nodes"]);
  const nodes =
    given["nodes"] === undefined
      ? [document.root]
      : expectList(given["nodes"], ["options", "nodes"], (id, path) => expectText(id, path), 1);
  const dialect = dialectNamed(options.dialect, ["options", "dialect"]);
  const text = startSql(dialect, true);
  refuseSideways(document, nodes);

  const formulas = nodes.map((id) => wholeFormula(document, id));
  const inputs = [...new Set(formulas.flatMap((formula) => inputsOf(formula)))];
  const places = new Map(inputs.map((name, index) => [name, placeOf(document, options, name, index + 1)]));
  const read = [
    `${text.column(options.unit, ["options", "unit"])} AS cx_unit`,
    ...[...places.values()].flatMap(({ path, given: { column, notApplicable }, name, mark }) => [
      `CAST(${text.column(column, path)} AS ${dialect.double}) AS ${name}`,
      ...(notApplicable === undefined ? [] : [`${text.column(notApplicable, path)} AS ${mark}`]),
    ]),
  ];
  const ctes = [
    `cx_n0 AS (SELECT ${read.join(", ")} FROM ${quoteTable(options.table, dialect)} AS ${source})`,
  ];
  const keep = [
    "cx_unit",
    ...[...places.values()].flatMap(({ given: { notApplicable }, name, mark }) =>
      notApplicable === undefined ? [name] : [name, mark],
    ),
  ];
  const answers: string[] = [];
  for (const [index, formula] of formulas.entries()) {
    const number = index + 1;
    const query = toSqlQuery(formula, {
      dialect: options.dialect,
      from: `cx_n${index}`,
      keep,
      column: (name) => {
        const place = places.get(name);
        const marked = place?.given.notApplicable === undefined ? {} : { notApplicable: place.mark };
        return { column: place?.name ?? name, ...marked };
      },
    });
    const own = [`cx_value${number}`, `cx_fault${number}`];
    ctes.push(
      `cx_n${number} AS (SELECT ${keep.join(", ")}, value AS ${own[0]}, fault AS ${own[1]} FROM (${query}) AS cx_q${number})`,
    );
    keep.push(...own);
    answers.push(...own);
  }
  const sql = `WITH ${ctes.join(",\n")}\nSELECT ${["cx_unit", ...answers].join(", ")} FROM cx_n${nodes.length}`;
  return finishSql(text, sql, []);
}

/** The node as one formula over raw values and columns of the table. */
function wholeFormula(document: IndexDefinition, id: string): Expression {
  const known = new Map<string, Expression>();
  const write = (node: string): Expression => {
    const ready = known.get(node);
    if (ready !== undefined) return ready;
    const own = lowerNode(document, node);
    const parts = inputsOf(own).filter((name) => Object.hasOwn(document.nodes, name));
    const whole = substitute(own, Object.fromEntries(parts.map((name) => [name, write(name)])));
    known.set(node, whole);
    return whole;
  };
  return write(id);
}

interface Place {
  readonly path: readonly string[];
  readonly given: IndexColumn;
  readonly name: string;
  readonly mark: string;
}

/** Where an input of a formula stands: `<leaf>.raw` in the leaf's column, `@name` in the column of that name. */
function placeOf(document: IndexDefinition, options: IndexSqlOptions, input: string, number: number): Place {
  const leaf = input.endsWith(".raw") ? input.slice(0, -".raw".length) : undefined;
  const node = leaf !== undefined && Object.hasOwn(document.nodes, leaf) ? document.nodes[leaf] : undefined;
  const column = input.startsWith("@")
    ? input.slice(1)
    : node?.kind === "indicator"
      ? (node.column ?? leaf)
      : undefined;
  if (column === undefined)
    throw refuse(input, { en: "it is one of several outputs.", zh: "它是多个输出之一。" });
  const path = ["options", "columns", column];
  const columns = (options.columns ?? {}) as Readonly<Record<string, string | IndexColumn>>;
  const found = Object.hasOwn(columns, column) ? columns[column] : column;
  if (found === undefined)
    throw new CxMetricsError(missingColumn, { path, values: { name: column, place: `.${column}` } });
  const given =
    typeof found === "string"
      ? { column: found }
      : (expectRecord(found, path, ["column"], ["notApplicable"]) as unknown as IndexColumn);
  return { path, given, name: `cx_in${number}`, mark: `cx_na${number}` };
}

/** Refuses what looks at all units, and leaves that are more than a formula of their cell. */
function refuseSideways(document: IndexDefinition, nodes: readonly string[]): void {
  const columns: Record<string, Float64Array> = {};
  for (const [id, node] of Object.entries(document.nodes)) {
    if (node.kind !== "indicator") continue;
    columns[node.column ?? id] = Float64Array.of(Number.NaN);
    for (const member of ["codes", "adjustments", "appliesTo"] as const)
      if (node[member] !== undefined)
        throw refuse(`${id}.${member}`, {
          en: "it reads more than the number in the cell.",
          zh: "它读取的不只是单元格中的数值。",
        });
  }
  for (const id of nodes)
    for (const name of inputsOf(wholeFormula(document, id)))
      if (name.startsWith("@")) columns[name.slice(1)] = Float64Array.of(1);
  const veto = document.grades?.veto;
  const attributes = veto === undefined ? {} : { attributes: { [veto.attribute]: [null] } };
  // Scoring one empty row refuses what nobody fitted, and tells whether a method looks at other rows.
  const { comparable } = scoreIndexColumns(document, { length: 1, columns, ...attributes }, { nodes });
  if (!comparable)
    throw refuse("scope: batch", { en: "its methods look at all units.", zh: "其方法需要查看全部单元。" });
}

function refuse(rule: string, reason: { readonly en: string; readonly zh: string }): CxMetricsError {
  return new CxMetricsError(notCompiled, {
    path: ["definition"],
    values: { rule, reason, instead: "scoreIndexColumns" },
  });
}
