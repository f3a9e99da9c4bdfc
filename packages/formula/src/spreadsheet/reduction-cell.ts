import type { Arithmetic, Available, Expression, OrderedMean, PowerMean, Spread } from "../expression.js";
import { quantifierWeights } from "../operations/reduction/quantifier-weights.js";
import type { Reduction } from "../operations/reduction/reduction-step.js";
import { possibleFaults } from "../possible-faults.js";
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
  /** Whether each value enters: it is there, and its weight, where a cell holds it, is not 0. */
  readonly there: readonly string[];
  /** A sum over the values that are there. */
  sum(term: (value: string, weight: string) => string): string;
}

/** The operands that may enter: those that weigh, and those whose weight a reader of the sheet may change. */
function membersOf(
  operation: Pick<Reduction, "of" | "weights">,
  writer: SpreadsheetWriter,
): readonly { readonly part: Expression; readonly weight: string; readonly bound: boolean }[] {
  return operation.of.flatMap((part, k) => {
    const weight = operation.weights?.[k] ?? 1;
    const cell = operation.weights === undefined ? undefined : writer.bound(operation, "weights", k);
    if (cell === undefined && weightToNumber(weight) === 0) return [];
    return [{ part, weight: cell ?? writer.constant(weight), bound: cell !== undefined }];
  });
}

/** A power mean. */
export function powerMeanInCell(operation: PowerMean, writer: SpreadsheetWriter): string {
  const exponent = writer.bound(operation, "exponent");
  return reduce(operation, writer, (row) =>
    exponent === undefined
      ? meanOfRow(operation.exponent, row, writer)
      : meanOfAnyOrder(exponent, row, writer),
  );
}

/** The mean whose exponent a cell holds; 0 is the geometric mean. */
function meanOfAnyOrder(exponent: string, row: Row, writer: SpreadsheetWriter): string {
  const { call } = writer;
  const least = leastOf(row, writer);
  const geometric = call("EXP", `${row.sum((x, w) => `${w}*${call("LN", x)}`)}/${row.available}`);
  const power = `(${row.sum((x, w) => `${w}*${x}^${exponent}`)}/${row.available})^(1/${exponent})`;
  const other = call("IF", `${exponent}=0`, geometric, power);
  const mean = call("IF", call("AND", `${least}=0`, `${exponent}<=0`), "0", other);
  // The arithmetic mean alone takes values below 0.
  const arithmetic = `${row.sum((x, w) => `${w}*${x}`)}/${row.available}`;
  return call("IF", `${exponent}=1`, arithmetic, call("IF", `${least}<0`, computationError, mean));
}

function leastOf({ values, there }: Row, { call }: SpreadsheetWriter): string {
  return call("MIN", ...values.map((x, k) => call("IF", there[k] ?? "", x, "1E+307")));
}

function meanOfRow(exponent: number, row: Row, writer: SpreadsheetWriter): string {
  const { call, number } = writer;
  const weight = (w: string, term: string) => (w === "1" ? term : `${w}*${term}`);
  if (exponent === 1) return `(${row.sum((x, w) => weight(w, x))}/${row.available})`;
  const least = leastOf(row, writer);
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
export function orderedMeanInCell(operation: OrderedMean, writer: SpreadsheetWriter): string {
  const { call } = writer;
  const { weights: _, ...rest } = operation;
  const sharesOf = rankShares(operation, writer);
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
      const weightFor = (size: number) => call("CHOOSE", rank, ...sharesOf(size));
      const last = values.length;
      const weight = whole(marked)
        ? weightFor(last)
        : call("CHOOSE", count, ...values.map((_, index) => weightFor(index + 1)));
      return guarded(x, `${x}*${weight}`);
    });
    return `(${terms.join("+")})`;
  });
}

/** The share of each rank, for a number of operands; where cells hold the weights, from these. */
function rankShares(
  operation: OrderedMean,
  { number, bound, constant }: SpreadsheetWriter,
): (size: number) => readonly string[] {
  const { weights } = operation;
  const texts = weights.map((weight, k) => bound(operation, "weights", k) ?? constant(weight));
  if (weights.every((_, k) => bound(operation, "weights", k) === undefined)) {
    const weightsOf = quantifierWeights(weights);
    return (size) => {
      const { shares, total } = weightsOf(size);
      return Array.from(shares, (share) => `${number(share)}/${number(total)}`);
    };
  }
  const whole = `(${texts.join("+")})`;
  const count = texts.length;
  // Rank k of m covers the steps from k·n to (k+1)·n of the n·m into which the weights are cut.
  return (size) =>
    Array.from({ length: size }, (_, k) => {
      const terms = texts.flatMap((text, j) => {
        const overlap = Math.min((k + 1) * count, (j + 1) * size) - Math.max(k * count, j * size);
        if (overlap <= 0) return [];
        return [overlap === size ? text : `${text}*${number(overlap)}/${number(size)}`];
      });
      return `(${terms.join("+")})/${whole}`;
    });
}

/** A share of weight or a number of operands. */
export function availableInCell(operation: Available, writer: SpreadsheetWriter): string {
  const row = rowOf(operation, writer);
  const applicable = applicableWeight(operation, row, writer);
  const result = operation.as === "count" ? row.count : `${row.available}/${applicable}`;
  const members = membersOf(operation, writer);
  const always = members.some(({ part, bound }) => !bound && writer.notApplicable(part) === undefined);
  return always ? `(${result})` : writer.call("IF", `${applicable}>0`, result, missingError);
}

function reduce(operation: Reduction, writer: SpreadsheetWriter, compute: (row: Row) => string): string {
  const { call, number } = writer;
  const row = rowOf(operation, writer);
  const members = membersOf(operation, writer);
  const leavesOut = operation.missing === "renormalise" || operation.missing === "skip";
  const marks = members.map(({ part }) => writer.notApplicable(part));
  const least = weightToNumber(operation.minimumAvailable ?? 0);
  const lacking = row.values.map((x, k) => {
    const mark = marks[k];
    const missing = `NOT(ISNUMBER(${x}))`;
    const weighs = members[k]?.bound ? [`${row.weights[k]}>0`] : [];
    const applies = mark === undefined ? [] : [call("NOT", mark)];
    return weighs.length + applies.length === 0 ? missing : call("AND", missing, ...weighs, ...applies);
  });
  const share = writer.bound(operation, "minimumAvailable");
  const bound = share === undefined ? number(least - 1e-12) : `(${share}-1E-12)`;
  const needs = [
    `${row.count}<${writer.bound(operation, "minimumCount") ?? operation.minimumCount ?? 1}`,
    ...(leavesOut ? [] : lacking),
    ...(least > 0 || share !== undefined
      ? [`${row.available}<${bound}*${applicableWeight(operation, row, writer)}`]
      : []),
  ];
  const failed = needs.length === 1 ? (needs[0] ?? "") : call("OR", ...needs);
  return call("IF", failed, errorOf(members, row, leavesOut, writer), compute(row));
}

/** The error of a reduction without a result: #N/A, or that of its operands where these could not be computed. */
function errorOf(
  members: readonly { readonly part: Expression }[],
  { values, count }: Row,
  leavesOut: boolean,
  writer: SpreadsheetWriter,
): string {
  const { call } = writer;
  if (!writer.apart) return missingError;
  const fails = members.some(({ part }) =>
    [...possibleFaults(part, writer)].some((reason) => !writer.isAbsence(reason)),
  );
  if (!fails) return missingError;
  const absent = values.map((x) => call("ISNA", x));
  const lacking = absent.length === 1 ? (absent[0] ?? "") : call("OR", ...absent);
  const told = call("IF", lacking, missingError, computationError);
  return leavesOut ? call("IF", `${count}=0`, told, missingError) : told;
}

function rowOf(operation: Pick<Reduction, "of" | "weights">, writer: SpreadsheetWriter): Row {
  const members = membersOf(operation, writer);
  const values = members.map(({ part }) => writer.tested(part));
  const weights = members.map(({ weight }) => weight);
  const there = values.map((x, k) =>
    members[k]?.bound ? writer.call("AND", `ISNUMBER(${x})`, `${weights[k]}>0`) : `ISNUMBER(${x})`,
  );
  const sum = (term: (value: string, weight: string) => string) =>
    `(${values.map((x, k) => writer.call("IF", there[k] ?? "", term(x, weights[k] ?? "1"), "0")).join("+")})`;
  return { values, weights, there, sum, available: sum((_, weight) => weight), count: sum(() => "1") };
}

function applicableWeight(
  operation: Pick<Reduction, "of" | "weights">,
  { weights }: Row,
  writer: SpreadsheetWriter,
): string {
  const terms = membersOf(operation, writer).map(({ part }, k) => {
    const mark = writer.notApplicable(part);
    const weight = weights[k] ?? "1";
    return mark === undefined ? weight : writer.call("IF", mark, "0", weight);
  });
  return `(${terms.join("+")})`;
}
