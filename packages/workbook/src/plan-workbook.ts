import { CxMetricsError } from "@cxmetrics/definition";
import type { IndexDefinition, IndexTable } from "@cxmetrics/index-model";
import type { ColumnPlan } from "./cells/column-plan.js";
import { parameterCells } from "./cells/parameter-cells.js";
import { planColumns } from "./cells/plan-columns.js";
import { planResults } from "./cells/plan-results.js";
import { formulasOf } from "./formulas-of.js";
import { labelsIn } from "./labels.js";
import { bindParameters } from "./parameters/bind-parameters.js";
import type { Bindings } from "./parameters/binding.js";
import { collectParameters } from "./parameters/collect-parameters.js";
import type { Parameter } from "./parameters/parameter.js";
import { weighedChild } from "./parameters/weighed-child.js";
import { tooLarge } from "./problems.js";
import { readSource } from "./read-source.js";
import { checkSheet } from "./sheets/check-sheet.js";
import { definitionSheet } from "./sheets/definition-sheet.js";
import { parametersSheet } from "./sheets/parameters-sheet.js";
import { readMeSheet } from "./sheets/read-me-sheet.js";
import { rollupsSheet } from "./sheets/rollups-sheet.js";
import { traceSheet } from "./sheets/trace-sheet.js";
import { unitSheet } from "./sheets/unit-sheet.js";
import type { Workbook } from "./workbook-model.js";
import type { WorkbookOptions } from "./workbook-options.js";

/** A workbook as plain data, with what its cells stand for. */
export interface PlannedWorkbook {
  readonly workbook: Workbook;
  /** The definition from which the formulas were written. */
  readonly working: IndexDefinition;
  readonly columns: readonly ColumnPlan[];
  readonly parameters: readonly Parameter[];
  readonly bindings: Bindings;
  readonly nameOf: (parameter: Parameter) => string;
}

/** Most columns of a sheet. */
const mostColumns = 16_000;

/** Lays out the workbook of an index. */
export function planWorkbook(
  definition: IndexDefinition,
  table: IndexTable,
  options: WorkbookOptions = {},
): PlannedWorkbook {
  const source = readSource(definition, table, options);
  const { working, result, lang } = source;
  const labels = labelsIn(lang);
  const parameters = collectParameters(working);
  const bindings = bindParameters(working, parameters, formulasOf(working));
  const cells = parameterCells(working);
  for (const parameter of parameters) cells.nameOf(parameter);

  const { sheets } = labels;
  const { book, levels } = planColumns(source, bindings, cells, sheets, labels);
  const tolerance = cells.own("p", "tolerance");
  const own = [
    ...planResults(source, sheets.results, book, cells, labels),
    { name: tolerance, title: sheets.check, label: labels.tolerance, value: 1e-9 },
  ];
  const on = (sheet: string) => book.columns.filter((column) => column.sheet === sheet);
  for (const sheet of [sheets.inputs, ...levels])
    if (on(sheet).length > mostColumns)
      throw new CxMetricsError(tooLarge, {
        path: ["definition", "nodes"],
        values: { most: mostColumns, found: on(sheet).length, what: { en: "columns", zh: "列" } },
      });

  const check = checkSheet(source, labels, book.columns, tolerance);
  const parameterSheet = parametersSheet(source, labels, parameters, bindings, cells, own);
  const weightOf = (node: string, child: string) => {
    const found = parameters.find((one) => one.node === node && weighedChild(working, one) === child);
    return found && cells.nameOf(found);
  };
  const valued = book.columns.filter(({ cause, formula }) => cause !== undefined && !formula);
  const causes = {
    cohort: labels.readMe.cohort,
    "too-long": labels.readMe.tooLong,
    faults: labels.readMe.faults,
  };
  const values = valued.map(
    ({ title, name, cause }) =>
      [
        title,
        name === "result.grade"
          ? labels.readMe.quota
          : name === "result.rank"
            ? labels.readMe.manyRanks
            : causes[cause ?? "cohort"],
      ] as const,
  );
  const note = valued.length > 0 ? `${labels.levelNote} ${labels.valueNote}` : labels.levelNote;
  const rollups = result.rollups ? [rollupsSheet(source, labels, result.rollups)] : [];
  const told = labels.readMe.sheetTexts;
  const listed = [
    [sheets.definition, told["definition"]],
    [sheets.parameters, told["parameters"]],
    [sheets.inputs, told["inputs"]],
    ...levels.map((name) => [name, told["level"]]),
    [sheets.results, told["results"]],
    ...rollups.map(({ name }) => [name, told["rollups"]]),
    [sheets.check, told["check"]],
    [sheets.trace, told["trace"]],
  ].map(([name = "", text = ""]) => [name, text] as const);
  return {
    workbook: {
      title: source.title,
      lang,
      names: parameterSheet.names,
      values: valued.map(({ name }) => name.replace(/^result\./, "")),
      sheets: [
        readMeSheet(source, labels, { sheets: listed, values, verdicts: check }),
        definitionSheet(source, labels, weightOf),
        parameterSheet.sheet,
        unitSheet(
          source,
          labels,
          sheets.inputs,
          on(sheets.inputs),
          labels.inputsNote(labels.notApplicable),
          "BF9000",
        ),
        ...levels.map((name) => unitSheet(source, labels, name, on(name), note, "2E75B6")),
        unitSheet(source, labels, sheets.results, on(sheets.results), labels.resultsNote, "548235"),
        ...rollups,
        check.sheet,
        traceSheet(source, labels),
      ],
    },
    working,
    columns: book.columns,
    parameters,
    bindings,
    nameOf: cells.nameOf,
  };
}
