import { CxMetricsError } from "@cxmetrics/definition";
import { defineFunnel, type FunnelTally } from "@cxmetrics/funnel";
import { funnelSql } from "../funnel/compile-funnel-sql.js";
import { readFunnelOptions } from "../funnel/funnel-sql-options.js";
import { readFunnelTally } from "../funnel/read-funnel-tally.js";
import { refuseRules } from "../funnel/refuse-rules.js";
import { blankCells } from "../problems.js";
import { numberCell, textCell } from "./cell-sql.js";
import type { SqlFunnelRequest } from "./requests.js";
import type { RunSql, Statement } from "./sql-session.js";

/** Runs a funnel over the selected events. Every event needs an actor, a name and a time. */
export async function tallyEvents(
  statement: Statement,
  request: SqlFunnelRequest,
  run: RunSql,
): Promise<FunnelTally> {
  const { text, column, has, from } = statement;
  const funnel = defineFunnel(request.definition);
  const own = { actor: "cx_c_actor", event: "cx_c_event", timeMs: "cx_c_time" };
  const cells = [
    `${textCell(text, column(request.actor).sql)} AS ${own.actor}`,
    `${textCell(text, column(request.event).sql)} AS ${own.event}`,
    `${numberCell(text, column(request.time).sql, column(request.time).kind)} AS ${own.timeMs}`,
  ];
  const { sequence } = request;
  if (sequence !== undefined)
    cells.push(`${numberCell(text, column(sequence).sql, column(sequence).kind)} AS cx_c_sequence`);
  const properties = propertiesNamed(funnel).filter(has);
  for (const [index, name] of properties.entries()) cells.push(`${column(name).sql} AS cx_c_${index}`);
  const columns = {
    ...own,
    ...(sequence === undefined ? {} : { sequence: "cx_c_sequence" }),
    properties: Object.fromEntries(
      properties.map((name, index) => [name, { column: `cx_c_${index}`, type: column(name).kind }]),
    ),
  };
  const options = { dialect: text.dialect.name, table: "rows", columns, untied: sequence === undefined };
  const settings = readFunnelOptions(funnel, options);
  refuseRules(funnel, settings);
  const sql = funnelSql(text, funnel, settings, `(SELECT ${cells.join(", ")} FROM ${from})`);
  const tally = readFunnelTally(await run(sql, text.parameters), funnel);
  const blank = Object.values(tally.excluded ?? {}).reduce((sum, rows) => sum + rows, 0);
  if (blank > 0)
    throw new CxMetricsError(blankCells, {
      path: ["sources", request.source],
      values: { rows: blank, source: request.source },
    });
  return tally;
}

/** Every property that a definition reads. */
function propertiesNamed(funnel: object): readonly string[] {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { property, session } = value as { readonly property?: unknown; readonly session?: unknown };
    for (const name of [property, session]) if (typeof name === "string") found.add(name);
    for (const member of Object.values(value)) collect(member);
  };
  collect(funnel);
  return [...found];
}
