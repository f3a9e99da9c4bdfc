import { CxMetricsError, describeValue, expectOneOf } from "@cxmetrics/definition";
import type { Expression, Reason } from "../expression.js";
import { inputsOf } from "../inputs-of.js";
import { constantOf } from "../leaf.js";
import { parseExpression } from "../parse-expression.js";
import { badMark, notInSpreadsheet, tooLongForCell } from "../problems.js";
import { rational } from "../rational.js";
import { conditionInCell } from "./arithmetic-cell.js";
import { bindConstants, boundCell, boundLeaf, type ConstantPlace } from "./bound-constants.js";
import { cellReference } from "./cell-reference.js";
import { notApplicableInCell } from "./not-applicable-cell.js";
import { operationInCell } from "./operation-in-cell.js";
import { computationError, missingError, type SpreadsheetWriter } from "./spreadsheet-writer.js";

/** How a formula is written for a cell. */
export interface SpreadsheetOptions {
  /** The cell of an input, such as `B2`, `$B$2` or `'My sheet'!B2`, or a defined name. */
  readonly cell: (name: string) => string;
  /** Text that stands in a cell whose value is not applicable. Without it a text is missing, as an empty cell is. */
  readonly notApplicable?: string;
  /**
   * The cell or defined name that holds a constant of the formula, by its place (`["weights", 0]`, `["of", 1, "digits"]`): for a sheet
   * whose reader may change parameters. Nothing where the constant is written out. Such a cell must hold a number; a weight of 0
   * there takes its operand out.
   */
  readonly constant?: (place: ConstantPlace) => string | undefined;
  /** Faults that the cell of an input may hold; when left out `missing`, and `not-applicable` too where there is a text for it. */
  readonly faults?: (name: string) => readonly Reason[];
  /**
   * Whether the cell of an input holds a formula of this kind: a number, an error, or the text for what is not applicable. Its errors
   * come through as they are. Left out, every input is data, where whatever is no number is missing.
   */
  readonly computed?: (name: string) => boolean;
  /**
   * `apart`: `withheld`, `outside-domain` and a reduction whose operands could not be computed are told as `#NUM!` and not as `#N/A`, so
   * that a `coalesce` for what is missing, in this cell or another, does not pass over them.
   */
  readonly errors?: "alike" | "apart";
  /** Between arguments: a comma (default), as files and English locales have it, or a semicolon, for pasting elsewhere. */
  readonly separator?: "," | ";";
}

/** What Excel takes into a cell. */
const limits = { length: 8192, depth: 64 } as const;

/**
 * A formula for a cell of Excel or LibreOffice, without the leading `=`, by functions that both have had since 2007. It
 * recomputes what `evaluate` computes from the cells of the inputs.
 *
 * A cell that holds no number, an empty one included, is missing: it counts as `#N/A`, never as 0. Results without a number are
 * errors: `#N/A` for `missing`, `withheld`, `insufficient-coverage` and `outside-domain`, the errors of the sheet itself for
 * what could not be computed. With `notApplicable` the result is that text where the formula is not applicable, so that formulas
 * in further cells understand it.
 *
 * A sheet compares and rounds by some 15 digits. `half-even` sees a tie where the value lies within 5·10⁻¹⁰ units of one. A
 * `coalesce` that would have to tell apart faults that a sheet does not is refused by name.
 *
 * @param expression the formula
 * @param options cells of the inputs
 * @throws `CxMetricsError` as `parseExpression` does; `formula.bad-cell`, `formula.bad-mark`, `formula.too-long-for-cell` (more than
 * 8192 characters or 64 levels: give parts cells of their own), `formula.not-in-spreadsheet`
 * @example
 * ```ts
 * const cell = (name) => ({ trust: "B2", ease: "B3" })[name];
 * toSpreadsheet({ op: "divide", of: ["trust", 20] }, { cell }); // => "(IF(ISNUMBER(B2),B2,NA())/20)"
 * toSpreadsheet({ op: "available", as: "count", of: ["trust", "ease"] }, { cell }); // => "((IF(ISNUMBER(B2),1,0)+IF(ISNUMBER(B3),1,0)))"
 * ```
 */
export function toSpreadsheet(expression: Expression, options: SpreadsheetOptions): string {
  const parsed = parseExpression(expression);
  const separator =
    options?.separator === undefined ? "," : expectOneOf(options.separator, ["separator"], [",", ";"]);
  const mark = options?.notApplicable === undefined ? undefined : quotedMark(options.notApplicable);
  const cells = new Map(
    inputsOf(parsed).map((name) => {
      const given: unknown = typeof options?.cell === "function" ? options.cell(name) : undefined;
      return [name, cellReference(name, given)] as const;
    }),
  );

  const formula = bindConstants(parsed, (place) => {
    const given: unknown = typeof options?.constant === "function" ? options.constant(place) : undefined;
    return given === undefined ? undefined : cellReference(place.join("."), given);
  });
  const constantLeaf = (part: Expression) =>
    typeof part === "object" ? undefined : (boundLeaf(part) ?? constantText(part));
  const constantText = (part: number | string) =>
    constantOf(part) === undefined ? undefined : writer.constant(part);

  const apart =
    options?.errors !== undefined && expectOneOf(options.errors, ["errors"], ["alike", "apart"]) === "apart";
  const absences: readonly Reason[] = apart
    ? ["missing", "insufficient-coverage", "not-applicable"]
    : ["missing", "insufficient-coverage", "not-applicable", "withheld", "outside-domain"];
  const mayBeInapplicable = (name: string) =>
    boundLeaf(name) === undefined &&
    (typeof options?.faults !== "function" || options.faults(name).includes("not-applicable"));

  const writer: SpreadsheetWriter = {
    call: (name, ...parts) => limited(`${name}(${parts.join(separator)})`),
    number: (value) => {
      const text = String(value + 0).toUpperCase();
      return text.startsWith("-") ? `(${text})` : text;
    },
    constant: (value) => {
      const quotient = typeof value === "string" ? rational(value) : undefined;
      if (quotient === undefined) return writer.number(Number(value));
      return `(${writer.number(quotient.numerator)}/${writer.number(quotient.denominator)})`;
    },
    value: (part) => {
      if (typeof part === "object") return limited(operationInCell(part, writer));
      const constant = constantLeaf(part);
      if (constant !== undefined) return constant;
      const name = part as string;
      const cell = cells.get(name) ?? "";
      if (typeof options?.computed !== "function" || !options.computed(name))
        return writer.call("IF", `ISNUMBER(${cell})`, cell, missingError);
      return writer.notApplicable(name) === undefined
        ? cell
        : writer.call("IF", `ISTEXT(${cell})`, missingError, cell);
    },
    tested: (part) =>
      typeof part === "object" ? writer.value(part) : (constantLeaf(part) ?? cells.get(part as string) ?? ""),
    bound: (operation, ...place) => boundCell(operation, place),
    inputFaults: (name) => {
      if (boundLeaf(name) !== undefined) return [];
      const told = typeof options?.faults === "function" ? options.faults(name) : (["missing"] as const);
      return told.filter((reason) => reason !== "not-applicable");
    },
    condition: (condition) => limited(conditionInCell(condition, writer)),
    notApplicable: (part) =>
      notApplicableInCell(part, writer, (name) =>
        mark === undefined || !mayBeInapplicable(name)
          ? undefined
          : writer.call("IFERROR", `${cells.get(name)}=${mark}`, "FALSE"),
      ),
    apart,
    errorFor: (reason) => (absences.includes(reason) ? missingError : computationError),
    isAbsence: (reason) => absences.includes(reason),
    refuse: (what) => {
      throw new CxMetricsError(notInSpreadsheet, { path: [], values: { what } });
    },
  };
  const value = writer.value(formula);
  const inapplicable = mark === undefined ? undefined : writer.notApplicable(formula);
  const text = inapplicable === undefined ? value : writer.call("IF", inapplicable, mark ?? "", value);
  return limited(text);
}

function quotedMark(mark: unknown): string {
  if (typeof mark !== "string" || mark === "" || mark.length > 255 || /\p{Cc}/u.test(mark))
    throw new CxMetricsError(badMark, { path: ["notApplicable"], values: { found: describeValue(mark) } });
  return `"${mark.replaceAll('"', '""')}"`;
}

function limited(text: string): string {
  let depth = 0;
  let levels = 0;
  if (text.length <= limits.length)
    for (const sign of text) {
      if (sign === "(") depth += 1;
      if (sign === ")") depth -= 1;
      levels = Math.max(levels, depth);
    }
  if (text.length > limits.length || levels > limits.depth)
    throw new CxMetricsError(tooLongForCell, {
      path: [],
      values: { found: text.length, levels, most: limits.length, deepest: limits.depth },
    });
  return text;
}
