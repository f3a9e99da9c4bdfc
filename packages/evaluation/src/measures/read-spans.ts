import { type Base, CxMetricsError, type Problem } from "@cxmetrics/definition";
import { negativeSpan, zeroPromise } from "../problems.js";
import type { DurationPercentileMeasure } from "./measure.js";
import type { MeasureContext } from "./measure-kind.js";

/** Spans of completed cases, and the number of open ones. */
export interface Spans {
  readonly completed: readonly number[];
  readonly open: number;
  readonly base: Base;
}

/** Reads the spans of a unit. A case without an end is open; one without a start is missing; one that ends early is invalid. */
export async function readSpans(measure: DurationPercentileMeasure, context: MeasureContext): Promise<Spans> {
  const { engine, rows, header, unit, path } = context;
  const { onInvalid = "throw" } = measure;
  const names = [measure.duration ?? measure.end ?? "", measure.start, measure.dividedBy];
  const columns = names.flatMap((name) => (name === undefined ? [] : [header(name)]));
  const numbers = await engine.readNumbers({ ...rows, columns, onInvalid });
  const [ends = []] = numbers.columns;
  const starts = measure.start === undefined ? null : numbers.columns[1];
  const promises = measure.dividedBy === undefined ? null : numbers.columns.at(-1);

  const completed: number[] = [];
  const excluded = new Map<string, number>(numbers.invalid > 0 ? [["not-a-number", numbers.invalid]] : []);
  let [open, missing, invalid] = [0, 0, numbers.invalid];
  const refuse = (problem: Problem, row: number) => {
    const place = numbers.rows?.[row] ?? row + 1;
    if (onInvalid === "throw")
      throw new CxMetricsError(problem, {
        path: [...path, place],
        values: { row: place, unit: unit.id, source: rows.source },
      });
    invalid += 1;
    excluded.set(problem.code, (excluded.get(problem.code) ?? 0) + 1);
  };
  for (const [row, end] of ends.entries()) {
    const start = starts ? (starts[row] ?? null) : 0;
    const promise = promises ? (promises[row] ?? null) : 1;
    if (start === null || promise === null) {
      missing += 1;
      const reason = start === null ? "no start" : "no promised time";
      excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
    } else if (promise <= 0) refuse(zeroPromise, row);
    else if (end === null) open += 1;
    else if (end < start || !Number.isFinite((end - start) / promise)) refuse(negativeSpan, row);
    else completed.push((end - start) / promise);
  }
  const valid = completed.length + open;
  return { completed, open, base: { valid, missing, invalid, excluded: Object.fromEntries(excluded) } };
}
