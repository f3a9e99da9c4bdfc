import type { Arithmetic, Available, Expression, OrderedMean, PowerMean, Spread } from "../expression.js";
import { quantifierWeights } from "../operations/reduction/quantifier-weights.js";
import { type Reduction, weighed } from "../operations/reduction/reduction-step.js";
import { weightToNumber } from "../rational.js";
import { computationError, missingError, type SpreadsheetWriter } from "./spreadsheet-writer.js";

/** The operands of a reduction as texts. */
interface Row {
  readonly values: readonly string[];
  readonly weights: readonly string[];
  /** Sum of the weights of the values that are there. */
  readonly available: string;
  /** Number of the values that are there. */
  readonly count: string;
  /** A sum over the values that are there. */
  sum(term: (value: string, weight: string) => string): string;
}

/** A power mean. */
export function powerMeanInCell(operation: PowerMean, writer: SpreadsheetWriter): string {
  return reduce(operation, writer, (row) => meanOfRow(operation.exponent, row, writer));
}

function meanOfRow(exponent: number, row: Row, writer: SpreadsheetWriter): string {
  const { call, number } = writer;
  const weight = (w: string, term: string) => (w === "1" ? term : `${w}*${term}`);
  if (exponent === 1) return `(${row.sum((x, w) => weight(w, x))}/${row.available})`;
  const least = call("MIN", ...row.values.map((x) => call("IF", `ISNUMBER(${x})`, x, "1E+307")));
  const mean =
    exponent === 0
      ? call("EXP", `${row.sum((x, w) => weight(w, call("LN", x)))}/${row.available}`)
      : `(${row.sum((x, w) => weight(w, `${x}^${number(exponent)}`))}/${row.available})^(1/${number(exponent)})`;
  const whole = exponent > 0 ? mean : call("IF", `${least}=0`, "0", mean);
  return call("IF", `${least}<0`, computationError, whole);
}

/** A standard deviation. */
export function spreadInCell(operation: Spread, writer: SpreadsheetWriter): string {
  const { call } = writer;
  return reduce(operation, writer, (row) => {
    const mean = `(${row.sum((x, w) => `${w}*${x}`)}/${row.available})`;
    const squares = row.sum((x, w) => `${w}*(${x}-${mean})^2`);
    if (operation.type === "population") return call("SQRT", `${squares}/${row.available}`);
    const divisor = `(${row.available}-${row.sum((_, w) => `${w}^2`)}/${row.available})`;
    return call("IF", `${row.count}<2`, computationError, call("SQRT", `${squares}/${divisor}`));
  });
}

/** A sum, product or extreme that leaves operands out. */
export function foldInCell(operation: Arithmetic, writer: SpreadsheetWriter): string {
  const { call } = writer;
  const filled = (values: readonly string[], neutral: string) =>
    values.map((x) => call("IF", `ISNUMBER(${x})`, x, neutral));
  return reduce(operation, writer, ({ values }) => {
    if (operation.op === "add") return `(${filled(values, "0").join("+")})`;
    if (operation.op === "multiply") return `(${filled(values, "1").join("*")})`;
    return operation.op === "minimum"
      ? call("MIN", ...filled(values, "1E+307"))
      : call("MAX", ...filled(values, "-1E+307"));
  });
}

/**
 * An ordered mean: each value times the weight of its rank, which is told by comparing it with the others. Functions over
 * arrays would be shorter, but LibreOffice loses track of errors inside them.
 */
export function orderedMeanInCell({ weights, ...rest }: OrderedMean, writer: SpreadsheetWriter): string {
  const { call, number } = writer;
  const weightsOf = quantifierWeights(weights);
  const whole = (marked: boolean) => rest.missing !== "renormalise" && !marked;
  const marked = rest.of.some((part) => writer.notApplicable(part) !== undefined);
  return reduce(rest, writer, (row) => {
    const { values, count } = row;
    const guarded = (x: string, term: string) =>
      whole(marked) ? term : call("IF", `ISNUMBER(${x})`, term, "0");
    const terms = values.map((x, k) => {
      const ahead = values.flatMap((other, j) =>
        j === k ? [] : [guarded(other, call("IF", `${other}${j < k ? ">=" : ">"}${x}`, "1", "0"))],
      );
      const rank = ["1", ...ahead].join("+");
      const weightFor = (size: number) => {
        const { shares, total } = weightsOf(size);
        const each = Array.from(shares, (share) => `${number(share)}/${number(total)}`);
        return call("CHOOSE", rank, ...each);
      };
      const last = values.length;
      const weight = whole(marked)
        ? weightFor(last)
        : call("CHOOSE", count, ...values.map((_, index) => weightFor(index + 1)));
      return guarded(x, `${x}*${weight}`);
    });
    return `(${terms.join("+")})`;
  });
}

/** A share of weight or a number of operands. */
export function availableInCell(operation: Available, writer: SpreadsheetWriter): string {
  const row = rowOf(operation, writer);
  const applicable = applicableWeight(operation, row, writer);
  const result = operation.as === "count" ? row.count : `${row.available}/${applicable}`;
  const always = weighed(operation).some(({ part }) => writer.notApplicable(part) === undefined);
  return always ? `(${result})` : writer.call("IF", `${applicable}>0`, result, missingError);
}

function reduce(operation: Reduction, writer: SpreadsheetWriter, compute: (row: Row) => string): string {
  const { call, number } = writer;
  const row = rowOf(operation, writer);
  const leavesOut = operation.missing === "renormalise" || operation.missing === "skip";
  const marks = weighed(operation).map(({ part }) => writer.notApplicable(part));
  const least = weightToNumber(operation.minimumAvailable ?? 0);
  const lacking = row.values.map((x, k) => {
    const mark = marks[k];
    const missing = `NOT(ISNUMBER(${x}))`;
    return mark === undefined ? missing : call("AND", missing, call("NOT", mark));
  });
  const needs = [
    `${row.count}<${operation.minimumCount ?? 1}`,
    ...(leavesOut ? [] : lacking),
    ...(least > 0
      ? [`${row.available}<${number(least - 1e-12)}*${applicableWeight(operation, row, writer)}`]
      : []),
  ];
  const failed = needs.length === 1 ? (needs[0] ?? "") : call("OR", ...needs);
  return call("IF", failed, missingError, compute(row));
}

function rowOf(operation: Pick<Reduction, "of" | "weights">, writer: SpreadsheetWriter): Row {
  const members = weighed(operation);
  const values = members.map(({ part }: { readonly part: Expression }) => writer.tested(part));
  const weights = members.map(({ weight }) => writer.constant(weight));
  const sum = (term: (value: string, weight: string) => string) =>
    `(${values.map((x, k) => writer.call("IF", `ISNUMBER(${x})`, term(x, weights[k] ?? "1"), "0")).join("+")})`;
  return { values, weights, sum, available: sum((_, weight) => weight), count: sum(() => "1") };
}

function applicableWeight(
  operation: Pick<Reduction, "of" | "weights">,
  { weights }: Row,
  writer: SpreadsheetWriter,
): string {
  const terms = weighed(operation).map(({ part }, k) => {
    const mark = writer.notApplicable(part);
    const weight = weights[k] ?? "1";
    return mark === undefined ? weight : writer.call("IF", mark, "0", weight);
  });
  return `(${terms.join("+")})`;
}
