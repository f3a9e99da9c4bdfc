import { CxMetricsError, describeValue, type Warning } from "@cxmetrics/definition";
import { badSequence, timeNotMilliseconds } from "./problems.js";

/** The last millisecond that ECMAScript can date, 275,760 years from now or back. */
const furthest = 8.64e15;

const secondsWarning: Warning = {
  code: "event.time-looks-like-seconds",
  message: {
    en: "Every time lies between 1e8 and 1e11: read as milliseconds that is before March 1973. If these are seconds, multiply by 1000.",
    zh: "所有时间均在 1e8 与 1e11 之间：按毫秒理解早于 1973 年 3 月。若单位为秒，请乘以 1000。",
  },
};

type PathOf = (row: number) => (string | number)[];

/** Epoch milliseconds, checked; a `Float64Array` is not copied. */
export function readTimes(
  column: ArrayLike<unknown>,
  path: PathOf,
): { readonly timeMs: Float64Array; readonly warnings: readonly Warning[] } {
  const refuse = (found: unknown, row: number): never => {
    const values = { found: describeValue(found), hint: hintFor(found) };
    throw new CxMetricsError(timeNotMilliseconds, { path: path(row), values });
  };
  const timeMs = numbersOf(column, refuse);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < timeMs.length; row++) {
    const time = timeMs[row] as number;
    // Rarely false, and so quick. NaN, for which it is false, makes both NaN: its row is then looked for.
    if (time >= least && time <= most) continue;
    least = Math.min(least, time);
    most = Math.max(most, time);
  }
  if (timeMs.length > 0 && !(least >= -furthest && most <= furthest)) {
    const row = timeMs.findIndex((time) => !(time >= -furthest && time <= furthest));
    refuse(timeMs[row], row);
  }
  return { timeMs, warnings: timeMs.length > 0 && least > 1e8 && most < 1e11 ? [secondsWarning] : [] };
}

/** Sequence numbers, checked; `null` where none are given. */
export function readSequence(column: ArrayLike<unknown> | null, path: PathOf): Float64Array | null {
  if (column === null) return null;
  const refuse = (found: unknown, row: number): never => {
    throw new CxMetricsError(badSequence, { path: path(row), values: { found: describeValue(found) } });
  };
  const sequence = numbersOf(column, refuse);
  for (let row = 0; row < sequence.length; row++)
    if (!Number.isFinite(sequence[row])) refuse(sequence[row], row);
  return sequence;
}

function numbersOf(column: ArrayLike<unknown>, refuse: (found: unknown, row: number) => never): Float64Array {
  if (column instanceof Float64Array) return column;
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const number = column[row];
    if (typeof number !== "number") refuse(number, row);
    numbers[row] = number as number;
  }
  return numbers;
}

function hintFor(found: unknown): { en: string; zh: string } {
  if (found instanceof Date) return { en: " Write date.getTime().", zh: "请写 date.getTime()。" };
  if (typeof found === "string")
    return { en: " Parse it first, for example Date.parse(text).", zh: "请先解析，例如 Date.parse(text)。" };
  if (typeof found === "bigint") return { en: " Write Number(value).", zh: "请写 Number(value)。" };
  if (typeof found === "number" && Math.abs(found) > furthest)
    return { en: " Divide microseconds by 1e3, nanoseconds by 1e6.", zh: "微秒请除以 1e3,纳秒请除以 1e6。" };
  if (found === null || found === undefined)
    return { en: " Leave out rows without a time.", zh: "请去掉没有时间的行。" };
  return { en: "", zh: "" };
}
