import { CxMetricsError, describeValue, expectOneOf } from "@cxmetrics/definition";
import type { Expression } from "../expression.js";
import { inputsOf } from "../inputs-of.js";
import { constantOf } from "../leaf.js";
import { parseExpression } from "../parse-expression.js";
import { badMark, notInSpreadsheet, tooLongForCell } from "../problems.js";
import { rational } from "../rational.js";
import { conditionInCell } from "./arithmetic-cell.js";
import { cellReference } from "./cell-reference.js";
import { notApplicableInCell } from "./not-applicable-cell.js";
import { operationInCell } from "./operation-in-cell.js";
import { missingError, type SpreadsheetWriter } from "./spreadsheet-writer.js";

/** How a formula is written for a cell. */
export interface SpreadsheetOptions {
  /** The cell of an input, such as `B2`, `$B$2` or `'My sheet'!B2`, or a defined name. */
  readonly cell: (name: string) => string;
  /** Text that stands in a cell whose value is not applicable. Without it a text is missing, as an empty cell is. */
  readonly notApplicable?: string;
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
  const formula = parseExpression(expression);
  const separator =
    options?.separator === undefined ? "," : expectOneOf(options.separator, ["separator"], [",", ";"]);
  const mark = options?.notApplicable === undefined ? undefined : quotedMark(options.notApplicable);
  const cells = new Map(
    inputsOf(formula).map((name) => {
      const given: unknown = typeof options?.cell === "function" ? options.cell(name) : undefined;
      return [name, cellReference(name, given)] as const;
    }),
  );

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
      if (constantOf(part) !== undefined) return writer.constant(part);
      const cell = cells.get(part as string) ?? "";
      return writer.call("IF", `ISNUMBER(${cell})`, cell, missingError);
    },
    tested: (part) =>
      typeof part === "object" || constantOf(part) !== undefined
        ? writer.value(part)
        : (cells.get(part as string) ?? ""),
    condition: (condition) => limited(conditionInCell(condition, writer)),
    notApplicable: (part) =>
      notApplicableInCell(part, writer, (name) =>
        mark === undefined ? undefined : writer.call("IFERROR", `${cells.get(name)}=${mark}`, "FALSE"),
      ),
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
