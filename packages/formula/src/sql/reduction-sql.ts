import type { Arithmetic, Available, OrderedMean, PowerMean, Spread } from "../expression.js";
import { quantifierWeights } from "../operations/reduction/quantifier-weights.js";
import { type Reduction, weighed } from "../operations/reduction/reduction-step.js";
import { wholeWeights } from "../operations/reduction/whole-weights.js";
import { weightToNumber } from "../rational.js";
import { checked } from "./arithmetic-sql.js";
import { powerMeanOfRow } from "./power-mean-sql.js";
import { refuseInSql } from "./refuse-in-sql.js";
import { spreadOfRow } from "./spread-sql.js";
import { type SqlPiece, type SqlWriter, sound } from "./sql-writer.js";

/** The operands of a row as SQL: a value or NULL each, and its weight. */
export interface RowInSql {
  readonly values: readonly string[];
  readonly weights: readonly string[];
  /** Sum of the weights of the values that are there; NULL where there are none, because a server may divide by it unasked. */
  readonly available: string;
  /** Number of the values that are there. */
  readonly count: string;
}

/** Operands of which an ordered mean may have this many: its weights are written out for every number of them. */
const mostRanks = 60;

/** A power mean. */
export function powerMeanInSql(operation: PowerMean, writer: SqlWriter): SqlPiece {
  const plain = operation.exponent === 1 && operation.missing !== "renormalise";
  const members = weighed(operation);
  if (plain && members.every(({ part }) => writer.notApplicable(part) === undefined)) {
    const weights = wholeWeights(members.map(({ weight }) => weight));
    const terms = members.map(({ part }, k) => {
      const weight = weights[k] as number;
      const { text } = writer.piece(part);
      return weight === 1 ? text : `${writer.number(weight)} * ${text}`;
    });
    const total = writer.number(weights.reduce((sum, weight) => sum + weight, 0));
    return { text: `((${terms.join(" + ")}) / ${total})`, raw: true, atomic: false };
  }
  return reduce(operation, writer, (row) => powerMeanOfRow(operation.exponent, row, writer));
}

/** A standard deviation. */
export function spreadInSql(operation: Spread, writer: SqlWriter): SqlPiece {
  return reduce(operation, writer, (row) => spreadOfRow(operation.type, row, writer));
}

/** A sum, product or extreme that leaves operands out. */
export function foldInSql(operation: Arithmetic, writer: SqlWriter): SqlPiece {
  const { dialect } = writer;
  const filled = (values: readonly string[], neutral: number, sign: string) =>
    `(${values.map((x) => `COALESCE(${x}, ${writer.number(neutral)})`).join(sign)})`;
  return reduce(operation, writer, ({ values }) => {
    if (operation.op === "add") return filled(values, 0, " + ");
    if (operation.op === "multiply") return filled(values, 1, " * ");
    return operation.op === "minimum" ? dialect.least(values) : dialect.greatest(values);
  });
}

/** An ordered mean: the weights are those of the number of operands that are there. */
export function orderedMeanInSql({ weights, ...rest }: OrderedMean, writer: SqlWriter): SqlPiece {
  if (weights.length > mostRanks)
    refuseInSql(`ordered-mean with more than ${mostRanks} operands`, writer.dialect.name);
  const weightsOf = quantifierWeights(weights);
  return reduce(rest, writer, ({ values, count }) => {
    const ranks = writer.define(writer.dialect.ranked(values));
    const cases = values.map((_, index) => {
      const { shares, total } = weightsOf(index + 1);
      const terms = Array.from(shares, (share, k) => ({ share, k })).filter(({ share }) => share > 0);
      const sum = terms.map(({ share, k }) => `${writer.number(share)} * ${ranks}[${k + 1}]`).join(" + ");
      return `WHEN ${count} = ${index + 1} THEN (${sum}) / ${writer.number(total)}`;
    });
    return `CASE ${cases.join(" ")} END`;
  });
}

/** A share of weight or a number of operands; NULL only where none applies. */
export function availableInSql(operation: Available, writer: SqlWriter): SqlPiece {
  const parts = reading(operation, writer);
  const { bound, weights } = parts;
  return sound(
    writer.bind(bound, (names) => {
      const row = rowOf(names.slice(0, weights.length), weights, writer);
      const { applicable } = marksOf(names.slice(weights.length), parts, weights, row, writer);
      const result =
        operation.as === "count"
          ? `CAST(${row.count} AS ${writer.dialect.double})`
          : `COALESCE(${row.available}, ${writer.number(0)}) / NULLIF(${applicable}, ${writer.number(0)})`;
      return `CASE WHEN ${applicable} > 0 THEN ${result} END`;
    }),
  );
}

function reduce(operation: Reduction, writer: SqlWriter, compute: (row: RowInSql) => string): SqlPiece {
  const parts = reading(operation, writer);
  const { bound, weights } = parts;
  const least = weightToNumber(operation.minimumAvailable ?? 0);
  const leavesOut = operation.missing === "renormalise" || operation.missing === "skip";
  const text = writer.bind(bound, (names) => {
    const row = rowOf(names.slice(0, weights.length), weights, writer);
    const { applicable, missing } = marksOf(names.slice(weights.length), parts, weights, row, writer);
    const needs = [
      `${row.count} >= ${operation.minimumCount ?? 1}`,
      ...(leavesOut ? [] : [`${missing} = 0`]),
      ...(least > 0
        ? [`${row.available} / NULLIF(${applicable}, ${writer.number(0)}) >= ${writer.number(least - 1e-12)}`]
        : []),
    ];
    return `CASE WHEN ${needs.join(" AND ")} THEN ${compute(row)} END`;
  });
  return { text, raw: true, atomic: false };
}

/** What has to be bound for a reduction: the operands that weigh and the marks of those that may not be applicable. */
function reading(operation: Pick<Reduction, "of" | "weights">, writer: SqlWriter) {
  const members = weighed(operation);
  const marks = members.map(({ part }) => writer.notApplicable(part));
  const marked = marks.flatMap((mark, k) => (mark === undefined ? [] : [{ mark, k }]));
  return {
    weights: Array.from(wholeWeights(members.map(({ weight }) => weight))),
    marked: marked.map(({ k }) => k),
    bound: [...members.map(({ part }) => checked(part, writer)), ...marked.map(({ mark }) => sound(mark))],
  };
}

function rowOf(values: readonly string[], weights: readonly number[], writer: SqlWriter): RowInSql {
  const texts = weights.map((weight) => writer.number(weight));
  const zero = writer.number(0);
  return {
    values,
    weights: texts,
    available: writer.define(
      `NULLIF(${values.map((x, k) => `CASE WHEN ${x} IS NULL THEN ${zero} ELSE ${texts[k]} END`).join(" + ")}, ${zero})`,
    ),
    count: writer.define(values.map((x) => `CASE WHEN ${x} IS NULL THEN 0 ELSE 1 END`).join(" + ")),
  };
}

/** Sum of the weights of the operands that apply, and the number of those that apply and have no value. */
function marksOf(
  marks: readonly string[],
  { marked }: { readonly marked: readonly number[] },
  weights: readonly number[],
  { values }: RowInSql,
  writer: SqlWriter,
) {
  const mark = new Map(marked.map((k, place) => [k, marks[place] ?? ""]));
  const applicable = weights.map((weight, k) => {
    const text = writer.number(weight);
    return mark.has(k) ? `CASE WHEN ${mark.get(k)} THEN ${writer.number(0)} ELSE ${text} END` : text;
  });
  const missing = values.map((x, k) => {
    const applies = mark.has(k) ? ` AND NOT ${mark.get(k)}` : "";
    return `CASE WHEN ${x} IS NULL${applies} THEN 1 ELSE 0 END`;
  });
  return { applicable: `(${applicable.join(" + ")})`, missing: `(${missing.join(" + ")})` };
}
