import type { Condition, Expression, Operation } from "./expression.js";

/** The same operation over other operands: every expression directly inside it, conditions and bounds too, goes through `change`. */
export function mapOperands<O extends Operation>(operation: O, change: (part: Expression) => Expression): O {
  const copy: Record<string, unknown> = { ...operation };
  for (const key of ["lower", "upper", "then", "else"])
    if (copy[key] !== undefined) copy[key] = change(copy[key] as Expression);
  if (Array.isArray(copy["of"])) copy["of"] = (copy["of"] as readonly Expression[]).map(change);
  if (copy["when"] !== undefined) copy["when"] = mapCondition(copy["when"] as Condition, change);
  return copy as unknown as O;
}

function mapCondition(condition: Condition, change: (part: Expression) => Expression): Condition {
  if ("compare" in condition) {
    const [a, b] = condition.of;
    return { compare: condition.compare, of: [change(a), change(b)] };
  }
  if ("not" in condition) return { not: mapCondition(condition.not, change) };
  return "all" in condition
    ? { all: condition.all.map((part) => mapCondition(part, change)) }
    : { any: condition.any.map((part) => mapCondition(part, change)) };
}
