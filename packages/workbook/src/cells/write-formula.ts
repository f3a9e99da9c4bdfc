import { isCxMetricsError } from "@cxmetrics/definition";
import { reachableFaults, toSpreadsheet } from "@cxmetrics/formula";
import type { BoundFormula } from "../parameters/binding.js";
import type { ColumnBook } from "./column-book.js";
import type { ColumnPlan, ValueCause } from "./column-plan.js";
import type { ParameterCells } from "./parameter-cells.js";
import { cutAtRows } from "./row-formula.js";
import { splitFormula } from "./split-formula.js";

/** Characters from which a formula is cut into steps, so that a person can read it. */
const readable = 900;

/** What a formula becomes: its column, after the columns of its steps; or why it fits none. */
export type WrittenFormula =
  | { readonly columns: readonly Omit<ColumnPlan, "column">[] }
  | { readonly cause: ValueCause };

/** Where a formula is written. */
export interface FormulaPlace {
  readonly book: ColumnBook;
  readonly cells: ParameterCells;
  readonly mark: string;
  readonly stepTitle: (index: number) => string;
}

/** Writes a formula for a column of a sheet; composite operands of a long one get columns of their own. */
export function writeFormula(
  formula: BoundFormula,
  plan: Omit<ColumnPlan, "column" | "faults" | "formula">,
  place: FormulaPlace,
): WrittenFormula {
  const { book, cells, mark } = place;
  const { sheet, name } = plan;
  const steps: Omit<ColumnPlan, "column">[] = [];
  const faultsOf = (input: string) =>
    steps.find((step) => step.name === input)?.faults ?? book.faultsOf(input) ?? ["missing"];
  // Steps stand behind the columns that the sheet has already, in their order.
  const count = book.columns.filter((column) => column.sheet === sheet).length;
  const cellOf = (input: string): string => {
    const step = steps.findIndex((one) => one.name === input);
    if (step >= 0) return book.cellAt(count + step);
    return book.cellOf(input, sheet) ?? cells.emptyFor(input);
  };
  const textOf = ({ shape, places }: BoundFormula): string =>
    toSpreadsheet(shape, {
      cell: cellOf,
      notApplicable: mark,
      errors: "apart",
      faults: faultsOf,
      computed: (input) => steps.some((step) => step.name === input) || book.isComputed(input),
      constant: (at) => {
        const bound = places.get(at.join("/"));
        return bound === undefined ? undefined : cells.nameOfBound(bound);
      },
    });
  const add = ({ shape }: BoundFormula, ownName: string, text: string): void => {
    const faults = reachableFaults(shape, faultsOf);
    const { cells: _, ...bare } = plan;
    const subhead = place.stepTitle(steps.length + 1);
    const own = ownName === name ? plan : { ...bare, name: ownName, role: "step" as const, subhead };
    steps.push({ ...own, faults, formula: cutAtRows(text) });
  };
  const settle = (own: BoundFormula, ownName: string): ValueCause | undefined => {
    const whole = attempt(() => textOf(own));
    if (typeof whole === "string" && whole.length <= readable) {
      add(own, ownName, whole);
      return undefined;
    }
    const split =
      whole === undefined || typeof whole === "string"
        ? splitFormula(own, (index) => `${ownName}|${index + 1}`)
        : undefined;
    if (!split) {
      if (typeof whole !== "string") return whole?.cause ?? "too-long";
      add(own, ownName, whole);
      return undefined;
    }
    for (const part of split.parts) {
      const cause = settle(part.formula, part.name);
      if (cause) return cause;
    }
    return settle(split.rest, ownName);
  };
  const cause = settle(formula, name);
  return cause ? { cause } : { columns: steps };
}

/** The text, nothing where it is too long, or the cause for which there can be none. */
function attempt(write: () => string): string | undefined | { readonly cause: ValueCause } {
  try {
    return write();
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    if (thrown.code === "formula.too-long-for-cell") return undefined;
    if (thrown.code === "formula.not-in-spreadsheet") return { cause: "faults" };
    throw thrown;
  }
}
