import type { EvaluationUnit } from "./evaluation-plan.js";

/** The value of a unit's attribute; `id` and `period` are attributes of every unit that has them. */
export function attributeOf(unit: EvaluationUnit, name: string): string | undefined {
  const { attributes = {} } = unit;
  if (Object.hasOwn(attributes, name)) return attributes[name];
  if (name === "id") return unit.id;
  return name === "period" ? unit.period : undefined;
}
