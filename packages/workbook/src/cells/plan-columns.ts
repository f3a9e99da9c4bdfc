import type { Reason } from "@cxmetrics/formula";
import { inputsOf } from "@cxmetrics/formula";
import type { GateNode, IndexNode, NodeResult } from "@cxmetrics/index-model";
import type { Labels } from "../labels.js";
import { methodOf } from "../method-of.js";
import type { Bindings, BoundFormula } from "../parameters/binding.js";
import type { WorkbookSource } from "../workbook-source.js";
import { type ColumnBook, columnBook } from "./column-book.js";
import { nodeLevels } from "./node-levels.js";
import type { ParameterCells } from "./parameter-cells.js";
import { planInputs } from "./plan-inputs.js";
import { writeFormula } from "./write-formula.js";

/** Columns of all sheets with one row a unit, and the sheets of the levels. */
export interface PlannedColumns {
  readonly book: ColumnBook;
  readonly levels: readonly string[];
}

/** Names of the sheets. */
export interface SheetNames {
  readonly inputs: string;
  readonly level: (level: number) => string;
}

/** Places every value of the index in a column: inputs first, then level by level, each formula over the columns before it. */
export function planColumns(
  source: WorkbookSource,
  bindings: Bindings,
  cells: ParameterCells,
  sheets: SheetNames,
  labels: Labels,
): PlannedColumns {
  const { working, result, lang } = source;
  const book = columnBook(result.units.length > 0 && source.table.periods ? 2 : 1);
  const needed = new Set([...bindings.formulas.values()].flatMap(({ shape }) => inputsOf(shape)));
  planInputs(source, needed, sheets.inputs, book, labels);

  const levels = nodeLevels(working);
  const highest = Math.max(...levels.values());
  const names: string[] = [];
  for (let level = 1; level <= highest; level += 1) {
    const sheet = sheets.level(level);
    names.push(sheet);
    for (const [id, node] of Object.entries(working.nodes)) {
      if (levels.get(id) !== level) continue;
      const told = result.nodes[id];
      const outputs = [...bindings.formulas.keys()].filter((name) => name.startsWith(`${id}.`));
      for (const name of [...outputs, id]) {
        const own = name === id;
        const plan = {
          name,
          node: id,
          sheet,
          role: own ? ("node" as const) : ("output" as const),
          title: node.title[lang],
          method: methodOf(node),
          ...(own ? {} : { reasonless: true as const }),
          subhead: own ? labels.formulaCell : labels.output(name.slice(id.length + 1)),
          cells: own
            ? valuesOf(told, labels.notApplicable)
            : outputValues(node, told, name.slice(id.length + 1)),
        };
        addColumn(bindings.formulas.get(name), plan);
      }
    }
  }
  return { book, levels: names };

  function addColumn(
    formula: BoundFormula | undefined,
    plan: Parameters<typeof writeFormula>[1] & { readonly name: string },
  ): void {
    const written = formula
      ? writeFormula(formula, plan, { book, cells, mark: labels.notApplicable, stepTitle: labels.step })
      : { cause: "cohort" as const };
    if ("columns" in written) {
      for (const column of written.columns) book.add(column);
      return;
    }
    const reasons = result.nodes[plan.node ?? ""]?.reasons ?? [];
    const faults = new Set<Reason>(["missing"]);
    for (const reason of reasons) if (reason !== null && reason !== "none") faults.add(reason);
    book.add({ ...plan, subhead: labels.valueCell, cause: written.cause, reasons, faults: [...faults] });
  }
}

/** What a node holds: numbers, the mark of what does not apply, nothing. */
function valuesOf(told: NodeResult | undefined, mark: string): readonly (number | string | null)[] {
  return (told?.values ?? []).map((value, row) =>
    value === null && told?.reasons?.[row] === "not-applicable" ? mark : value,
  );
}

function outputValues(
  node: IndexNode,
  told: NodeResult | undefined,
  output: string,
): readonly (number | string | null)[] {
  if (node.kind === "gate") return gateValues(node, told);
  return told?.outputs?.[output] ?? told?.memberships?.[output] ?? [];
}

/** 1 where the gate was triggered, 0 where it was passed. */
function gateValues(_node: GateNode, told: NodeResult | undefined): readonly (number | null)[] {
  return (told?.statuses ?? []).map((status) =>
    status === "triggered" ? 1 : status === "passed" ? 0 : null,
  );
}
