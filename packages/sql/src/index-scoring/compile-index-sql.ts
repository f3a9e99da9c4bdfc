import { expectList, expectRecord, expectText } from "@cxmetrics/definition";
import { inputsOf, toSqlQuery } from "@cxmetrics/formula";
import { defineIndex, type IndexDefinition } from "@cxmetrics/index-model";
import { type CompiledSql, finishSql } from "../compiled-sql.js";
import { dialectNamed } from "../dialects/registry.js";
import { quoteTable, type SqlTable, source, startSql } from "../sql-text.js";
import { type IndexColumn, placeOf } from "./index-place.js";
import { refuseLeaves, refuseUnfitted } from "./refuse-nodes.js";
import { wholeFormula } from "./whole-formula.js";

/** How the scoring of an index is written as SQL. */
export interface IndexSqlOptions {
  readonly dialect: "duckdb" | "postgresql" | "clickhouse";
  readonly table: SqlTable;
  /** The column that names the unit of a row, handed on as `cx_unit`. */
  readonly unit: string;
  /** Where the columns and attributes of the definition stand; one that is left out has the column of its own name. */
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
 * need a calibrated definition; statements (一票否决) and stated evidence are read from text columns. Refused by name, among the nodes
 * that are read: cohort methods, unfitted ones, leaves with codes, adjustments or `appliesTo`.
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
  const wholes = nodes.map((id) => wholeFormula(document, id));
  refuseLeaves(document, new Set(wholes.flatMap(({ nodes: read }) => [...read])));
  const formulas = wholes.map(({ formula }) => formula);
  const inputs = [...new Set(formulas.flatMap((formula) => inputsOf(formula)))];
  const places = new Map(
    inputs.map((name, index) => {
      const place = placeOf(text, document, given["columns"] as IndexSqlOptions["columns"], name);
      if (place === undefined) return refuseUnfitted(document, name);
      return [name, { ...place, name: `cx_in${index + 1}`, flag: `cx_na${index + 1}` }] as const;
    }),
  );
  const read = [
    `${text.column(options.unit, ["options", "unit"])} AS cx_unit`,
    ...[...places.values()].flatMap(({ value, mark, name, flag }) => [
      `${value} AS ${name}`,
      ...(mark === undefined ? [] : [`${mark} AS ${flag}`]),
    ]),
  ];
  const ctes = [
    `cx_n0 AS (SELECT ${read.join(", ")} FROM ${quoteTable(options.table, dialect)} AS ${source})`,
  ];
  const keep = [
    "cx_unit",
    ...[...places.values()].flatMap(({ mark, name, flag }) => (mark === undefined ? [name] : [name, flag])),
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
        const marked = place?.mark === undefined ? {} : { notApplicable: place.flag };
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
  return finishSql(text, dialect.name === "clickhouse" ? `${sql}\n${clickhouseSettings}` : sql, []);
}

/**
 * The steps of all nodes stand one within another, where ClickHouse stops at 100. A branch that is put off until a row needs it is
 * computed once for every use of it, in nested conditions without end: every branch is computed for every row instead.
 */
const clickhouseSettings =
  "SETTINGS max_subquery_depth = 10000, short_circuit_function_evaluation = 'disable'";
