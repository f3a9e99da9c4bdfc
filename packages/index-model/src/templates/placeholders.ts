import { CxMetricsError, didYouMean, type ProblemPath } from "@cxmetrics/definition";
import { unknownPlaceholder } from "./problems.js";

const placeholder = /\{([A-Za-z][A-Za-z0-9_-]*)\}/g;

/** Fills the placeholders of every text inside plain data. A text that is one placeholder takes the value as it is. */
export function fillPlaceholders(
  value: unknown,
  values: ReadonlyMap<string, number | string>,
  template: string,
  path: ProblemPath,
): unknown {
  const filling = (name: string): number | string => {
    const found = values.get(name);
    if (found !== undefined) return found;
    throw new CxMetricsError(unknownPlaceholder, {
      path,
      values: { placeholder: `{${name}}`, template, hint: didYouMean(name, [...values.keys()]) },
    });
  };
  if (typeof value === "string") {
    const [whole] = value.matchAll(placeholder);
    if (whole && whole[0] === value) return filling(whole[1] as string);
    return value.replace(placeholder, (_, name: string) => String(filling(name)));
  }
  if (Array.isArray(value))
    return value.map((item, index) => fillPlaceholders(item, values, template, [...path, index]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      fillPlaceholders(member, values, template, [...path, key]),
    ]),
  );
}
