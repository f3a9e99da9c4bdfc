import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { inRange, notNegative } from "../expect/in-range.js";
import { numbers } from "../expect/numbers.js";
import { notAList } from "../problems.js";
import { notAName, notAnEventFlag, survivalLengthsDiffer } from "./problems.js";

/** Spans of time, checked: finite and at least 0. */
export function expectSpans(times: unknown): Float64Array {
  const spans = Float64Array.from(numbers(times, "times"));
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] as number;
    if (span < 0) inRange(span, `times[${index}]`, notNegative, ["times", index]);
    // The sum turns −0 into 0.
    spans[index] = span + 0;
  }
  return spans;
}

/** A column that runs beside `times`. */
function expectBeside(column: unknown, name: string, rows: number): ArrayLike<unknown> {
  if (!Array.isArray(column) && !(ArrayBuffer.isView(column) && "length" in column))
    throw new CxMetricsError(notAList, { path: [name], values: { name, found: describeValue(column) } });
  const list = column as ArrayLike<unknown>;
  if (list.length !== rows)
    throw new CxMetricsError(survivalLengthsDiffer, {
      path: [name],
      values: { times: rows, name, found: list.length },
    });
  return list;
}

/** One flag a subject: 1 where the event happened. */
export function expectFlags(events: unknown, rows: number): Uint8Array {
  const list = expectBeside(events, "events", rows);
  const flags = new Uint8Array(rows);
  for (let index = 0; index < rows; index++) {
    const flag = list[index];
    if (flag === true || flag === 1) flags[index] = 1;
    else if (flag !== false && flag !== 0)
      throw new CxMetricsError(notAnEventFlag, {
        path: ["events", index],
        values: { found: describeValue(flag) },
      });
  }
  return flags;
}

/** Names as small numbers in order of first appearance; `null` is `noName` where that is welcome. */
export function expectNames(
  column: unknown,
  name: string,
  rows: number,
  nullable: boolean,
): { readonly codes: Int32Array; readonly names: readonly (string | number)[] } {
  const list = expectBeside(column, name, rows);
  const codes = new Int32Array(rows);
  const names: (string | number)[] = [];
  const codeOf = new Map<unknown, number>();
  for (let index = 0; index < rows; index++) {
    const found = list[index];
    if (found === null && nullable) {
      codes[index] = noName;
      continue;
    }
    let code = codeOf.get(found);
    if (code === undefined) {
      code = names.push(nameOf(found, name, [name, index])) - 1;
      codeOf.set(found, code);
    }
    codes[index] = code;
  }
  return { codes, names };
}

/** The code of `null`. */
export const noName = -1;

function nameOf(value: unknown, name: string, path: ProblemPath): string | number {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  throw new CxMetricsError(notAName, {
    path,
    values: { name: `${name}[${path[1]}]`, found: describeValue(value) },
  });
}

/** The order of spans: indices, ascending by time. */
export function ascendingOrder(times: Float64Array): Uint32Array {
  return Uint32Array.from({ length: times.length }, (_, index) => index).sort(
    (one, other) => (times[one] as number) - (times[other] as number),
  );
}
