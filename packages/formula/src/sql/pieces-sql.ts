import type { Coalesce, Piecewise, StepFunction } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { readConstant } from "../leaf.js";
import { passedOver } from "../operations/coalesce.js";
import { members } from "../operations/parse-pairs.js";
import { possibleFaults } from "../possible-faults.js";
import { checked } from "./arithmetic-sql.js";
import { type SqlPiece, type SqlWriter, sound } from "./sql-writer.js";

/** Straight lines between knots. */
export function piecewiseInSql({ of: [x], knots, beyond }: Piecewise, writer: SqlWriter): SqlPiece {
  const [xs, ys] = [[...members(knots, 0)], [...members(knots, 1)]];
  const { number } = writer;
  const last = xs.length - 1;
  const line = (name: string, k: number) => {
    const [a, b, from, to] = [xs[k - 1], xs[k], ys[k - 1], ys[k]] as [number, number, number, number];
    const share = `((${name} - ${number(a)}) / ${number(b - a)})`;
    return `${number(from)} + ${number(to - from)} * ${share}`;
  };
  const text = writer.bind([checked(x, writer)], ([name = ""]) => {
    const outside = (k: number) =>
      beyond === "undefined"
        ? "NULL"
        : beyond === "clamp"
          ? number(ys[k] as number)
          : line(name, k === 0 ? 1 : k);
    const inner = xs.slice(1).map((to, k) => `WHEN ${name} < ${number(to)} THEN ${line(name, k + 1)}`);
    return [
      `CASE WHEN ${name} IS NULL THEN NULL WHEN ${name} < ${number(xs[0] as number)} THEN ${outside(0)}`,
      ...inner,
      `WHEN ${name} = ${number(xs[last] as number)} THEN ${number(ys[last] as number)} ELSE ${outside(last)} END`,
    ].join(" ");
  });
  return { text, raw: beyond === "extrapolate", atomic: false };
}

/** A table of thresholds. */
export function stepInSql({ of: [x], steps, boundary, below }: StepFunction, writer: SqlWriter): SqlPiece {
  const [from, values] = [[...members(steps, 0)], [...members(steps, 1)]];
  const sign = boundary === "lower-included" ? ">=" : ">";
  const under = readConstant(below);
  const text = writer.bind([checked(x, writer)], ([name = ""]) => {
    const cases = from.map(
      (threshold, k) =>
        `WHEN ${name} ${sign} ${writer.number(threshold)} THEN ${writer.number(values[k] as number)}`,
    );
    return `CASE WHEN ${name} IS NULL THEN NULL ${cases.reverse().join(" ")} ELSE ${under === undefined ? "NULL" : writer.number(under)} END`;
  });
  return sound(text);
}

/** The first value; a fault that is not passed over stops the search. */
export function coalesceInSql(operation: Coalesce, writer: SqlWriter): SqlPiece {
  const passed = new Set(passedOver(operation));
  const values = operation.of.map((part) => checked(part, writer).text);
  const codes = [...passed].map((reason) => faultCode[reason]).join(", ");
  // From the last operand back: each but the last decides between itself, the rest, and nothing.
  let text = values.at(-1) ?? "NULL";
  for (let k = operation.of.length - 2; k >= 0; k -= 1) {
    const part = operation.of[k] ?? 0;
    const [value = "", rest] = [values[k], text];
    const stops = [...possibleFaults(part, writer)].some((fault) => !passed.has(fault));
    text = stops
      ? writer.bind(
          [sound(value), sound(writer.fault(part))],
          ([name = "", fault = ""]) =>
            `CASE WHEN ${name} IS NOT NULL THEN ${name} WHEN ${fault} IN (${codes}) THEN ${rest} END`,
        )
      : `COALESCE(${value}, ${rest})`;
  }
  return sound(text);
}
