import { rational } from "@cxmetrics/formula";
import { absoluteCell } from "../cell-address.js";
import type { ParameterCells } from "../cells/parameter-cells.js";
import type { Labels } from "../labels.js";
import type { Bindings } from "../parameters/binding.js";
import type { Parameter } from "../parameters/parameter.js";
import { sayParameter } from "../parameters/say-parameter.js";
import { weighedChild } from "../parameters/weighed-child.js";
import type { WorkbookCell, WorkbookName, WorkbookSheet } from "../workbook-model.js";
import type { WorkbookSource } from "../workbook-source.js";
import { formulaCell, numberCell, textCell } from "./sheet-cell.js";

/** A figure of the workbook beside the formulas: bounds of grades, digits of ranks, the tolerance. */
export interface OwnParameter {
  readonly name: string;
  readonly title: string;
  readonly label: string;
  readonly value: number;
}

/** The sheet of parameters with the names of its cells. */
export interface ParametersSheet {
  readonly sheet: WorkbookSheet;
  readonly names: readonly WorkbookName[];
}

const widths = [28, 40, 15, 10, 22, 32, 26, 38] as const;

/** Every number of the definition in a cell with a name; beside it whether the formulas follow it and whether it may stand. */
export function parametersSheet(
  source: WorkbookSource,
  labels: Labels,
  parameters: readonly Parameter[],
  bindings: Bindings,
  cells: ParameterCells,
  own: readonly OwnParameter[],
): ParametersSheet {
  const { working, definition, lang } = source;
  const name = labels.sheets.parameters;
  const names: WorkbookName[] = [];
  const used = usedParameters(bindings);
  const heads = [
    labels.node,
    labels.parameter,
    labels.value,
    labels.share,
    labels.check,
    labels.state,
    labels.name,
    labels.place,
  ];
  const rows: (readonly (WorkbookCell | undefined)[])[] = [
    [textCell(`${source.title} · ${name}`, "title")],
    [textCell(labels.parametersNote, "note")],
    heads.map((head) => textCell(head, "head")),
  ];
  const put = (defined: string, row: readonly (WorkbookCell | undefined)[]): void => {
    names.push({ name: defined, cell: absoluteCell(name, rows.length, 2) });
    const [title, label, value, share, verdict, state, , place] = row;
    const empty = textCell("");
    rows.push([
      title,
      label ?? empty,
      value,
      share ?? empty,
      verdict ?? empty,
      state,
      textCell(defined, "code"),
      place ?? empty,
    ]);
  };
  const check = (weight: boolean): WorkbookCell => {
    const cell = `C${rows.length + 1}`;
    const sign = weight ? `IF(${cell}<0,"${labels.negativeWeight}","")` : '""';
    return formulaCell(`IF(ISNUMBER(${cell}),${sign},"${labels.notANumber}")`, "verdict");
  };

  const groups = new Map<string, Parameter[]>();
  for (const id of ["", ...Object.keys(working.nodes)]) groups.set(id, []);
  for (const parameter of parameters) groups.get(parameter.node ?? "")?.push(parameter);
  for (const [id, group] of groups) {
    const title = id === "" ? labels.scale : (working.nodes[id]?.title[lang] ?? id);
    const weights = group.filter((parameter) => weighedChild(working, parameter) !== undefined);
    const first = rows.length + 1 + group.length - weights.length;
    for (const parameter of [
      ...group.filter((one) => weighedChild(working, one) === undefined),
      ...weights,
    ]) {
      const weighs = weighedChild(working, parameter) !== undefined;
      const state = !bindings.live.has(parameter)
        ? "fixed"
        : !used.has(parameter)
          ? "idle"
          : parameter.path[0] === "calibration"
            ? "fitted"
            : weighs &&
                definition.nodes[id]?.kind === "aggregate" &&
                "weighting" in (definition.nodes[id] ?? {})
              ? "weighed"
              : "live";
      const look = state === "fixed" || state === "idle" ? "fixed" : "parameter";
      const row = rows.length + 1;
      put(cells.nameOf(parameter), [
        textCell(title, "text"),
        textCell(sayParameter(working, parameter, lang), "text"),
        valueCell(parameter.value, look),
        weighs && weights.length > 1
          ? formulaCell(`C${row}/SUM(C$${first}:C$${first + weights.length - 1})`, "plain-number", "0.0%")
          : undefined,
        check(weighs),
        textCell(labels.states[state], "text"),
        undefined,
        textCell(parameter.path.map((key) => (typeof key === "number" ? key + 1 : key)).join(" › "), "code"),
      ]);
    }
    const node = definition.nodes[id];
    if (node?.kind === "aggregate" && weights.length > 0) {
      const sum = `SUM(C${first}:C${first + weights.length - 1})`;
      const must = node.mustSum;
      const message =
        must === undefined
          ? '""'
          : `IF(ABS(${sum}-(${must}))<1E-9,"${labels.agrees}","${labels.mustSum(String(must))}")`;
      rows.push([
        textCell(title, "text"),
        textCell(labels.sumOfWeights, "text"),
        formulaCell(sum, "derived", "General"),
        textCell(""),
        formulaCell(message, "verdict"),
        textCell(""),
        textCell(""),
        textCell(""),
      ]);
    }
    for (const derived of cells.derived)
      if ((derived.node ?? "") === id)
        put(derived.name, [
          textCell(title, "text"),
          textCell(derived.formula, "code"),
          formulaCell(derived.formula, "derived", "General"),
          undefined,
          undefined,
          textCell(labels.states.derived, "text"),
        ]);
  }
  for (const [what, defined] of cells.empty)
    put(defined, [
      textCell(what, "code"),
      undefined,
      { look: "fixed" },
      undefined,
      undefined,
      textCell(labels.states.unfitted, "text"),
    ]);
  for (const { name: defined, title, label, value } of own)
    put(defined, [
      textCell(title, "text"),
      textCell(label, "text"),
      numberCell(value, "parameter", "General"),
      undefined,
      check(false),
      textCell(labels.states.live, "text"),
    ]);
  const last = rows.length;
  return {
    sheet: {
      name,
      rows,
      widths,
      heights: [[2, 22]],
      frozen: { rows: 3, columns: 2 },
      tab: "BF9000",
      filter: `A3:H${last}`,
      rules: [
        { kind: "verdict", range: `E4:E${last}`, word: labels.agrees },
        { kind: "errors", range: `C4:D${last}` },
      ],
    },
    names,
  };
}

function valueCell(value: number | string, look: "parameter" | "fixed"): WorkbookCell {
  if (typeof value === "number") return numberCell(value, look, "General");
  const { numerator = 0, denominator = 1 } = rational(value) ?? {};
  return formulaCell(`${numerator}/${denominator}`, look, "General");
}

function usedParameters({ formulas }: Bindings): ReadonlySet<Parameter> {
  const used = new Set<Parameter>();
  for (const { places } of formulas.values())
    for (const bound of places.values())
      for (const parameter of "path" in bound ? [bound] : bound.of) used.add(parameter);
  return used;
}
