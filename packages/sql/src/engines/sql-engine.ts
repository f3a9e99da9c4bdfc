import { CxMetricsError } from "@cxmetrics/definition";
import { engine } from "../engine.js";
import { notNumbers } from "../problems.js";
import { readRows } from "../read-rows.js";
import { numberCell, textCell } from "./cell-sql.js";
import type { SqlNumberRequest, SqlSelection, SqlTallyEngine, SqlValueTally } from "./requests.js";
import { type EngineParts, openSession, type Statement } from "./sql-session.js";
import { tallyAnswers } from "./tally-answers.js";
import { tallyEvents } from "./tally-events.js";

/** An engine over a way to run statements. */
export function sqlEngine(parts: EngineParts): SqlTallyEngine {
  const { run, dialect } = parts;
  const { open, columns } = openSession(parts);

  const countRows = async (request: SqlSelection): Promise<number> => {
    const { text, from } = await open(request);
    const [row] = readRows(await run(`SELECT COUNT(*) AS cx_records FROM ${from}`, text.parameters));
    return row?.count("cx_records") ?? 0;
  };
  const countCells = async (
    request: SqlSelection,
    headers: readonly string[],
  ): Promise<SqlValueTally["cells"]> => {
    const { text, column, from } = await open(request);
    const cells = headers.map((header) => valueCell(text, column(header)));
    const names = cells.map((_, index) => `cx_v${index}`);
    const inner = cells.map((cell, index) => `${cell} AS ${names[index]}`).join(", ");
    const sql = `SELECT ${names.join(", ")}, COUNT(*) AS cx_records FROM (SELECT ${inner} FROM ${from}) AS cx_cells GROUP BY ${names.join(", ")}`;
    return readRows(await run(sql, text.parameters)).map((row) => ({
      values: headers.map((header, index) => {
        if (column(header).kind === "text") return row.text(`cx_v${index}`);
        return row.has(`cx_v${index}`) ? String(row.number(`cx_v${index}`)) : null;
      }),
      count: row.count("cx_records"),
    }));
  };
  const numbers = (statement: Statement, headers: readonly string[]) =>
    headers.map((header, index) => {
      const { sql, kind } = statement.column(header);
      return `${numberCell(statement.text, sql, kind)} AS cx_v${index}`;
    });
  const refuseInvalid = ({ source, columns: headers, onInvalid }: SqlNumberRequest, invalid: number) => {
    if (onInvalid === "count" || invalid === 0) return;
    const values = { rows: invalid, source, columns: headers.join(", ") };
    throw new CxMetricsError(notNumbers, { path: ["sources", source], values });
  };

  return {
    name: `${dialect} ${engine}`,
    describeSource: async (source) => ({
      rowCount: await countRows({ source, where: [] }),
      headers: (await columns(source)).map(({ name }) => name.trim()),
    }),
    tallyRatings: (request) => tallyAnswers(() => open(request), request, run),
    tallyFunnel: async (request) => tallyEvents(await open(request), request, run),
    countValues: async (request) => {
      if (request.columns.length > 0) {
        const cells = await countCells(request, request.columns);
        return { rows: cells.reduce((sum, { count }) => sum + count, 0), cells };
      }
      const rows = await countRows(request);
      return { rows, cells: rows === 0 ? [] : [{ values: [], count: rows }] };
    },
    sumColumns: async (request) => {
      const statement = await open(request);
      const { isNan, sum } = statement.text.dialect;
      const names = request.columns.map((_, index) => `cx_v${index}`);
      if (names.length === 0) {
        const rows = await countRows(request);
        return { rows, complete: rows, blank: 0, invalid: 0, sums: [] };
      }
      const invalid = names.map((name) => `(${name} IS NOT NULL AND ${isNan(name)})`).join(" OR ");
      const blank = names.map((name) => `${name} IS NULL`).join(" OR ");
      const kind = `CASE WHEN ${invalid} THEN 2 WHEN ${blank} THEN 1 ELSE 0 END AS cx_state`;
      const inner = `(SELECT ${numbers(statement, request.columns).join(", ")} FROM ${statement.from}) AS cx_cells`;
      const sums = names.map((name) => `${sum(`CASE WHEN cx_state = 0 THEN ${name} END`)} AS ${name}`);
      const sql = `SELECT cx_state, COUNT(*) AS cx_records, ${sums.join(", ")} FROM (SELECT ${names.join(", ")}, ${kind} FROM ${inner}) AS cx_stated GROUP BY cx_state`;
      const rows = readRows(await run(sql, statement.text.parameters));
      const inState = (state: number) => rows.find((row) => row.count("cx_state") === state);
      const [complete, blanks, bad] = [0, 1, 2].map((state) => inState(state)?.count("cx_records") ?? 0) as [
        number,
        number,
        number,
      ];
      refuseInvalid(request, bad);
      return {
        rows: complete + blanks + bad,
        complete,
        blank: blanks,
        invalid: bad,
        sums: names.map((name) => inState(0)?.number(name) ?? 0),
      };
    },
    readNumbers: async (request) => {
      const statement = await open(request);
      if (request.columns.length === 0) return { columns: [], invalid: 0 };
      const { isNan, double } = statement.text.dialect;
      const names = request.columns.map((_, index) => `cx_v${index}`);
      const bad = names.map((name) => `(${name} IS NOT NULL AND ${isNan(name)})`).join(" OR ");
      // NaN does not travel as a number in every driver.
      const safe = names.map(
        (name, index) =>
          `CASE WHEN ${isNan(name)} THEN CAST(NULL AS ${double}) ELSE ${name} END AS cx_n${index}`,
      );
      const inner = `(SELECT ${numbers(statement, request.columns).join(", ")} FROM ${statement.from}) AS cx_cells`;
      const sql = `SELECT CASE WHEN ${bad} THEN 1 ELSE 0 END AS cx_bad, ${safe.join(", ")} FROM ${inner}`;
      const rows = readRows(await run(sql, statement.text.parameters));
      const good = rows.filter((row) => row.count("cx_bad") === 0);
      refuseInvalid(request, rows.length - good.length);
      return {
        columns: names.map((_, index) =>
          good.map((row) => (row.has(`cx_n${index}`) ? row.number(`cx_n${index}`) : null)),
        ),
        invalid: rows.length - good.length,
      };
    },
    tallyJoint: async (request) => {
      const { readings } = request;
      const pairs = [];
      for (const [a, first] of readings.entries())
        for (const [b, second] of readings.entries()) {
          if (b <= a) continue;
          const cells = await countCells(request, [...first, ...second]);
          pairs.push({
            a,
            b,
            cells: cells.map(({ values, count }) => ({
              a: values.slice(0, first.length),
              b: values.slice(first.length),
              count,
            })),
          });
        }
      return { rows: await countRows(request), pairs };
    },
  };
}

/** A cell as values are counted: trimmed text, or a double that JavaScript prints. */
function valueCell(text: Statement["text"], column: ReturnType<Statement["column"]>): string {
  if (column.kind === "text") return textCell(text, column.sql);
  const x = `CAST(${column.sql} AS ${text.dialect.double})`;
  return `CASE WHEN ${text.dialect.isNan(x)} THEN NULL ELSE ${x} END`;
}
