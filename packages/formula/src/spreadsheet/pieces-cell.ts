import type { Coalesce, Expression, Piecewise, Reason, StepFunction } from "../expression.js";
import { passedOver } from "../operations/coalesce.js";
import { possibleFaults } from "../possible-faults.js";
import { missingError, type SpreadsheetWriter } from "./spreadsheet-writer.js";

/** Straight lines between knots, each a condition further in. */
export function piecewiseInCell(operation: Piecewise, writer: SpreadsheetWriter): string {
  const { call } = writer;
  const {
    of: [x],
    knots,
    beyond,
  } = operation;
  const value = writer.value(x);
  const texts = knots.map(
    ([a, b], k) =>
      [
        writer.bound(operation, "knots", k, 0) ?? writer.constant(a),
        writer.bound(operation, "knots", k, 1) ?? writer.constant(b),
      ] as const,
  );
  const last = texts.length - 1;
  const line = (k: number) => {
    const [[a, from], [b, to]] = [texts[k - 1], texts[k]] as [
      readonly [string, string],
      readonly [string, string],
    ];
    return `${from}+(${to}-${from})*((${value}-${a})/(${b}-${a}))`;
  };
  const outside = (k: number) =>
    beyond === "undefined"
      ? writer.errorFor("outside-domain")
      : beyond === "clamp"
        ? (texts[k]?.[1] ?? "")
        : line(k === 0 ? 1 : k);
  let text = call("IF", `${value}=${texts[last]?.[0]}`, texts[last]?.[1] ?? "", outside(last));
  for (let k = last; k >= 1; k -= 1) text = call("IF", `${value}<${texts[k]?.[0]}`, line(k), text);
  return call("IF", `${value}<${texts[0]?.[0]}`, outside(0), text);
}

/** A table of thresholds. */
export function stepInCell(operation: StepFunction, writer: SpreadsheetWriter): string {
  const {
    of: [x],
    steps,
    boundary,
    below,
  } = operation;
  const value = writer.value(x);
  const sign = boundary === "lower-included" ? ">=" : ">";
  const under =
    below === "undefined"
      ? writer.errorFor("outside-domain")
      : (writer.bound(operation, "below") ?? writer.constant(below));
  // The comparison fails with the operand, so that a missing one is not taken for a low one.
  return steps.reduce(
    (rest, [from, result], k) =>
      writer.call(
        "IF",
        `${value}${sign}${writer.bound(operation, "steps", k, 0) ?? writer.constant(from)}`,
        writer.bound(operation, "steps", k, 1) ?? writer.constant(result),
        rest,
      ),
    under,
  );
}

/** The first value. A sheet tells #N/A from other errors and no more, so a finer choice is refused. */
export function coalesceInCell(operation: Coalesce, writer: SpreadsheetWriter): string {
  const { call } = writer;
  let text = writer.value(operation.of.at(-1) ?? 0);
  for (const part of operation.of.slice(0, -1).reverse()) {
    const value = writer.value(part);
    const { test, mark, over } = passing(part, operation, writer);
    const tried = test === undefined ? value : call("IF", `${test}(${value})`, text, value);
    const kept = mark === undefined ? tried : call("IF", mark, missingError, tried);
    text = over === undefined ? kept : call("IF", over, text, kept);
  }
  return text;
}

/**
 * The function that finds the errors to pass over, the mark of an operand that must not be passed over, and the mark of one that is
 * passed over although other reasons that look alike are not.
 */
export function passing(part: Expression, operation: Coalesce, writer: SpreadsheetWriter) {
  const passed = new Set(passedOver(operation));
  const possible = [...possibleFaults(part, writer)];
  // What is not applicable has a mark of its own.
  const told = possible.filter((reason) => reason !== "not-applicable");
  const [absent, failed] = [
    told.filter((reason) => writer.isAbsence(reason)),
    told.filter((reason) => !writer.isAbsence(reason)),
  ];
  const mixed = [absent, failed].some(
    (list) => list.some((reason) => passed.has(reason)) && !list.every((reason) => passed.has(reason)),
  );
  const some = (list: readonly Reason[]) => list.length > 0 && list.every((reason) => passed.has(reason));
  const inapplicable = possible.includes("not-applicable");
  const marked = inapplicable && !passed.has("not-applicable");
  const unmarked = inapplicable && passed.has("not-applicable") && absent.length > 0 && !some(absent);
  // The mark tells it apart, if the search cannot stop at another operand before it.
  const alone =
    operation.of[0] === part &&
    operation.of.slice(1).every((other) => !possibleFaults(other, writer).has("not-applicable"));
  const over = unmarked && alone ? writer.notApplicable(part) : undefined;
  if (mixed || (unmarked && over === undefined))
    writer.refuse(
      `coalesce for ${[...passed].join(", ")} over an operand with other faults of the same kind`,
    );
  const finds = some(absent) || (inapplicable && passed.has("not-applicable") && !unmarked);
  const test = some(failed)
    ? finds || absent.length === 0
      ? "ISERROR"
      : "ISERR"
    : finds
      ? "ISNA"
      : undefined;
  return { test, mark: marked ? writer.notApplicable(part) : undefined, over };
}
