import type { Arithmetic, Clamp, Condition, Conditional, Expression, Round } from "../expression.js";
import { boundLeaf } from "./bound-constants.js";
import { computationError, type SpreadsheetWriter } from "./spreadsheet-writer.js";

/** Arithmetic that needs all of its operands: an error among them is the result. */
export function arithmeticInCell(operation: Arithmetic, writer: SpreadsheetWriter): string {
  const { call } = writer;
  const parts = operation.of.map((part) => writer.value(part));
  const [a = "", b = ""] = parts;
  switch (operation.op) {
    case "add":
      return parts.length === 1 ? a : `(${parts.join("+")})`;
    case "multiply":
      return parts.length === 1 ? a : `(${parts.join("*")})`;
    case "subtract":
      return `(${a}-${b})`;
    case "divide":
      return `(${a}/${b})`;
    case "power":
      return power(a, b, writer);
    case "negate":
      // 0−x and not −x: a sign binds tighter than a power there.
      return `(0-${a})`;
    case "ln":
      return call("LN", a);
    case "exp":
      return call("EXP", a);
    case "absolute":
      return call("ABS", a);
    case "minimum":
      return call("MIN", ...parts);
    case "maximum":
      return call("MAX", ...parts);
  }
}

/** Sheets disagree about 0^0 and about odd roots of negative numbers, so both are told. */
function power(base: string, exponent: string, { call }: SpreadsheetWriter): string {
  const one = `(0*${base}+1)`;
  const constant = /^\(?-?[\d.]+(?:E[-+]?\d+)?\)?$/.test(exponent)
    ? Number(exponent.replace(/[()]/g, ""))
    : undefined;
  if (constant !== undefined && constant !== 0 && Number.isInteger(constant)) return `(${base}^${exponent})`;
  if (constant === 0) return one;
  const root = call(
    "IF",
    `${base}<0`,
    call("IF", `${exponent}=INT(${exponent})`, `${base}^${exponent}`, computationError),
    `${base}^${exponent}`,
  );
  return constant === undefined ? call("IF", `${exponent}=0`, one, root) : root;
}

/** Limits; the upper bound holds where computed ones cross. */
export function clampInCell({ of: [x], lower, upper }: Clamp, writer: SpreadsheetWriter): string {
  // The median of three holds whichever way round the cells of the bounds come to stand.
  if (lower !== undefined && upper !== undefined && isBound(lower) && isBound(upper))
    return writer.call("MEDIAN", writer.value(x), writer.value(lower), writer.value(upper));
  let text = writer.value(x);
  if (lower !== undefined) text = writer.call("MAX", text, writer.value(lower));
  if (upper !== undefined) text = writer.call("MIN", text, writer.value(upper));
  return text;
}

const isBound = (part: Expression) => boundLeaf(part) !== undefined;

/** A choice; an undecided condition is an error and so is the result. */
export function conditionalInCell(operation: Conditional, writer: SpreadsheetWriter): string {
  return writer.call(
    "IF",
    writer.condition(operation.when),
    writer.value(operation.then),
    writer.value(operation.else),
  );
}

/** A condition. AND and OR of a sheet fail with any part; here one part that decides is enough. */
export function conditionInCell(condition: Condition, writer: SpreadsheetWriter): string {
  const { call } = writer;
  if ("compare" in condition) {
    const [a = "", b = ""] = condition.of.map((part) => writer.value(part));
    return `(${a}${condition.compare === "!=" ? "<>" : condition.compare}${b})`;
  }
  if ("not" in condition) return call("NOT", writer.condition(condition.not));
  const all = "all" in condition;
  const parts = (all ? condition.all : condition.any).map((part) => writer.condition(part));
  const [only = ""] = parts;
  if (parts.length === 1) return only;
  const deciding = parts.map((part) => call("IFERROR", all ? call("NOT", part) : part, "FALSE"));
  return call("IF", call("OR", ...deciding), all ? "FALSE" : "TRUE", call(all ? "AND" : "OR", ...parts));
}

/** Decimal rounding by the functions of the sheet, which send halves away from zero. */
export function roundInCell(operation: Round, writer: SpreadsheetWriter): string {
  const { call } = writer;
  const {
    of: [x],
    digits,
    mode,
  } = operation;
  const value = writer.value(x);
  const places = writer.bound(operation, "digits") ?? writer.number(digits);
  const unit = `10^${places}`;
  const [up, down] = [call("ROUNDUP", value, places), call("ROUNDDOWN", value, places)];
  switch (mode) {
    case "half-up":
      return call("ROUND", value, places);
    case "up":
      return up;
    case "down":
      return down;
    case "ceiling":
      return call("IF", `${value}>0`, up, down);
    case "floor":
      return call("IF", `${value}<0`, up, down);
    case "half-even": {
      // Nine digits of the multiple of the unit, so that a tie is seen through the binary fraction.
      const tie = `${call("MOD", call("ROUND", `${call("ABS", value)}*${unit}`, "9"), "2")}=0.5`;
      return call("IF", tie, down, call("ROUND", value, places));
    }
  }
}
