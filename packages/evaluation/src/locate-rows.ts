import { CxMetricsError, didYouMean, type ProblemPath } from "@cxmetrics/definition";
import type { Inference } from "@cxmetrics/index-model";
import { attributeOf } from "./attribute-of.js";
import { cellKey } from "./cell-key.js";
import type { CellValue, EvaluationPlan, EvaluationUnit, FileSource, RowBinding } from "./evaluation-plan.js";
import type { SourcedMeasure } from "./measures/measure.js";
import { missingAttribute, noFileForUnit, rowsUnbound, unknownSource } from "./problems.js";
import type { RowCondition, RowSelection } from "./tally-engine.js";

/** Where the rows of a unit stand for one measure. */
export interface RowLocation {
  readonly selection: RowSelection;
  readonly file: FileSource;
  /** Names of the plan that the conditions read. */
  readonly names: readonly string[];
  /** Source that the measure names, and the file source that was chosen. */
  readonly sources: readonly [named: string, file: string];
  /** What the error of the source stands for, when the plan says so. */
  readonly inference?: Inference;
}

/** Finds the file of a unit and the conditions that its rows meet, in headers of the file. */
export function locateRows(
  plan: EvaluationPlan,
  measure: SourcedMeasure,
  unit: EvaluationUnit,
  path: ProblemPath,
): RowLocation {
  const named = sourceNamed(plan, measure.source, [...path, "source"]);
  let [name, file]: [string, typeof named] = [measure.source, named];
  const bindings: RowBinding[] = [measure, named];
  if ("by" in named) {
    const value = attribute(unit, named.by, measure.source, ["sources", measure.source, "by"]);
    const chosen = Object.hasOwn(named.from, value) ? named.from[value] : undefined;
    if (chosen === undefined)
      throw new CxMetricsError(noFileForUnit, {
        path: ["sources", measure.source, "from"],
        values: {
          source: measure.source,
          attribute: named.by,
          value,
          unit: unit.id,
          allowed: Object.keys(named.from).join(", "),
        },
      });
    [name, file] = [chosen, sourceNamed(plan, chosen, ["sources", measure.source, "from", value])];
    bindings.push(file);
  }
  if ("by" in file) throw unknown(plan, name, ["sources", measure.source, "from"]);

  const rows = bindings.find((binding) => binding.rows !== undefined)?.rows;
  if (rows === undefined && plan.units.length > 1)
    throw new CxMetricsError(rowsUnbound, { path: [...path, "rows"], values: { source: measure.source } });
  const conditions: { readonly name: string; readonly in: readonly CellValue[] }[] = [];
  for (const [column, name] of Object.entries(rows ?? {})) {
    const value = attribute(unit, name, measure.source, [...path, "rows", column]);
    if (value !== "*") conditions.push({ name: column, in: [value] });
  }
  for (const { where } of bindings)
    for (const [column, values] of Object.entries(where ?? {}))
      conditions.push({ name: column, in: Array.isArray(values) ? values : [values as CellValue] });

  const { columns = {} } = file;
  const where: RowCondition[] = conditions.map((condition) => ({
    column: headerOf(columns, condition.name),
    in: condition.in.map(cellKey),
  }));
  const inference = named.inference ?? file.inference;
  return {
    selection: { source: name, where },
    file,
    names: conditions.map((condition) => condition.name),
    sources: [measure.source, name],
    ...(inference === undefined ? {} : { inference }),
  };
}

/** Header in the file of a name of the plan: mapped, or the name itself. */
export function headerOf(columns: Readonly<Record<string, string>>, name: string): string {
  return ((Object.hasOwn(columns, name) ? columns[name] : undefined) ?? name).trim();
}

function sourceNamed(plan: EvaluationPlan, name: string, path: ProblemPath) {
  const source = Object.hasOwn(plan.sources, name) ? plan.sources[name] : undefined;
  if (!source) throw unknown(plan, name, path);
  return source;
}

function unknown(plan: EvaluationPlan, source: string, path: ProblemPath): CxMetricsError {
  const names = Object.keys(plan.sources);
  return new CxMetricsError(unknownSource, {
    path,
    values: {
      source,
      hint: didYouMean(
        source,
        names.filter((name) => name !== source),
      ),
      allowed: names.join(", "),
    },
  });
}

function attribute(unit: EvaluationUnit, name: string, source: string, path: ProblemPath): string {
  const value = attributeOf(unit, name);
  if (value !== undefined) return value;
  throw new CxMetricsError(missingAttribute, {
    path,
    values: {
      unit: unit.id,
      attribute: name,
      source,
      hint: didYouMean(name, Object.keys(unit.attributes ?? {})),
    },
  });
}
