import { CxMetricsError, describeValue, nearestName } from "@cxmetrics/definition";
import { unknownMethod } from "../problems.js";

/** One of a few names, for choices too small for a registry; otherwise throws `method.unknown`. */
export function nameAmong<T extends string>(names: readonly T[], value: unknown, member: string): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  const near = typeof value === "string" ? nearestName(value.slice(0, 40), names) : undefined;
  const hint = near ? { en: ` Did you mean "${near}"?`, zh: `是否指 “${near}”?` } : { en: "", zh: "" };
  const values = { found: describeValue(value), hint, allowed: names.join(", ") };
  throw new CxMetricsError(unknownMethod, { path: [member], values });
}
