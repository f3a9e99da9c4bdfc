import { CxMetricsError, describeValue, nearestName } from "@cxmetrics/definition";
import { unknownMethod } from "../problems.js";

/** One of the named choices, the first where none is given; otherwise throws `method.unknown`. */
export function oneOf<T extends string>(value: unknown, name: string, choices: readonly [T, ...T[]]): T {
  if (value === undefined) return choices[0];
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const near = typeof value === "string" ? nearestName(value.slice(0, 40), choices) : undefined;
  const hint = near ? { en: ` Did you mean "${near}"?`, zh: `是否指 “${near}”?` } : { en: "", zh: "" };
  const values = { found: describeValue(value), hint, allowed: choices.join(", ") };
  throw new CxMetricsError(unknownMethod, { path: [name], values });
}
