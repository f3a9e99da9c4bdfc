import type { Labels } from "../labels.js";
import type { OwnParameter } from "../sheets/parameters-sheet.js";
import type { WorkbookSource } from "../workbook-source.js";
import type { ColumnBook } from "./column-book.js";
import type { ParameterCells } from "./parameter-cells.js";
import { planGrades } from "./plan-grades.js";
import { rankFormulas } from "./rank-formulas.js";
import { cutAtRows, patternRow } from "./row-formula.js";

/** Units from which ranks are written as values: a formula for each looks at all others. */
const mostRanked = 2_000;

/** Adds the columns of the results, and answers the figures that stand on the sheet of parameters for them. */
export function planResults(
  source: WorkbookSource,
  sheet: string,
  book: ColumnBook,
  cells: ParameterCells,
  labels: Labels,
): readonly OwnParameter[] {
  const { working, result, lang } = source;
  const own: OwnParameter[] = [];
  for (const id of new Set([working.root, ...(working.outputs ?? [])])) {
    const column = book.find(id);
    if (!column) continue;
    const title = id === working.root ? `${labels.index}: ${column.title}` : column.title;
    const formula = book.cellOf(id, sheet) ?? "";
    book.add({ ...column, name: `result.${id}`, sheet, title, formula: cutAtRows(formula) });
  }

  const { ranking, grades } = working;
  if (ranking) {
    const told = result.ranks ?? [];
    const title = `${labels.rank}: ${working.nodes[ranking.of]?.title[lang] ?? ranking.of}`;
    const plan = {
      name: "result.rank",
      sheet,
      role: "output" as const,
      title,
      cells: told,
      format: "0.##",
      faults: [],
    };
    if (result.units.length > mostRanked) book.add({ ...plan, subhead: labels.valueCell, cause: "cohort" });
    else {
      const digits = ranking.rounded === undefined ? undefined : cells.own("p", "ranking", "digits");
      if (digits !== undefined)
        own.push({ name: digits, title: labels.rank, label: labels.rankDigits, value: ranking.rounded ?? 0 });
      const step = (name: string, formula: string) =>
        book.add({
          name,
          sheet,
          role: "step",
          title: labels.ranked,
          subhead: labels.formulaCell,
          formula: cutAtRows(formula),
          faults: [],
        });
      const count = book.columns.filter((column) => column.sheet === sheet).length;
      const [ranked, first] = [book.cellAt(count), book.cellAt(count + 1)];
      const formulas = rankFormulas(
        ranking,
        book.cellOf(ranking.of, sheet) ?? "",
        digits,
        { ranked },
        { ranked: rangeOf(ranked), first: rangeOf(first) },
      );
      step("result.ranked", formulas.ranked);
      if (formulas.first !== undefined) step("result.first", formulas.first);
      book.add({ ...plan, subhead: labels.formulaCell, formula: cutAtRows(formulas.rank) });
    }
  }
  if (grades) own.push(...planGrades(source, grades, sheet, book, cells, labels));
  return own;

  /** The cells of all units in the column of a cell. */
  function rangeOf(cell: string): string {
    const letters = cell.replace(/[^A-Z]/g, "");
    return `$${letters}$${patternRow}:$${letters}$${patternRow + result.units.length - 1}`;
  }
}
