import type { IndexDefinition, IndexTable, Indicator } from "@cxmetrics/index-model";
import type { EvaluatedMeasures } from "./evaluate-measures.js";
import type { EvaluationPlan } from "./evaluation-plan.js";

/** The table that the index is scored from: one row a unit, one column an indicator. */
export function indexTable(
  { units }: EvaluationPlan,
  definition: IndexDefinition,
  indicators: ReadonlyMap<string, Indicator>,
  { values }: EvaluatedMeasures,
): IndexTable {
  const columns = new Map<string, (number | null)[]>();
  for (const [id, { column = id }] of indicators) {
    const byUnit = values.get(id);
    if (byUnit || !columns.has(column))
      columns.set(
        column,
        units.map((unit) => byUnit?.get(unit.id) ?? null),
      );
  }
  const names = new Set(units.flatMap(({ attributes = {} }) => Object.keys(attributes)));
  // A veto that no unit states is "not assessed", which is a status and no mistake.
  if (definition.grades?.veto) names.add(definition.grades.veto.attribute);
  const attributes = [...names].map((name): [string, (string | null)[]] => [
    name,
    units.map(({ attributes = {} }) => (Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null)),
  ]);
  const periods = units.flatMap(({ period }) => period ?? []);
  return {
    units: units.map(({ id }) => id),
    columns: Object.fromEntries(columns),
    attributes: Object.fromEntries(attributes),
    ...(periods.length === units.length ? { periods } : {}),
  };
}
