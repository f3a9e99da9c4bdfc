import { type FunnelTally, tallyFunnel } from "@cxmetrics/funnel";
import type { SourceTable } from "../source-table.js";
import type { FunnelRequest } from "../tally-engine.js";
import { columnOf } from "./column-of.js";
import { numbersOf } from "./numbers-of.js";
import { refuseCell } from "./tally-rating-rows.js";
import { textsOf } from "./texts-of.js";

/** Runs the funnel over the selected events. Every event needs an actor, a name and a time. */
export function tallyFunnelRows(
  table: SourceTable,
  selected: Uint32Array,
  request: FunnelRequest,
): FunnelTally {
  const { source, definition } = request;
  const texts = (header: string) => {
    const read = textsOf(columnOf(table, header, source));
    return Array.from(selected, (row) => {
      const text = read(row);
      if (text === null) throw refuseCell(source, header, row, "a blank cell");
      return text;
    });
  };
  const numbers = (header: string) => {
    const read = numbersOf(columnOf(table, header, source));
    return Float64Array.from(selected, (row) => {
      const number = read(row);
      if (typeof number === "number") return number;
      throw refuseCell(source, header, row, number === null ? "a blank cell" : number.found);
    });
  };
  const columns = { actor: texts(request.actor), event: texts(request.event), timeMs: numbers(request.time) };
  return tallyFunnel(
    request.sequence === undefined ? columns : { ...columns, sequence: numbers(request.sequence) },
    definition,
  );
}
