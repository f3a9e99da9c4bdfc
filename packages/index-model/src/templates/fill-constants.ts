import { CxMetricsError, didYouMean, type ProblemPath } from "@cxmetrics/definition";
import { unknownConstant } from "./problems.js";
import type { Constant } from "./template.js";

/** Members that hold wording, not formulas. */
const wording = new Set(["title", "note", "provenance", "origin", "reason", "by", "unit"]);

/** Puts numbers in place of every text `#<name>` inside plain data, wording apart. */
export function fillConstants(value: unknown, constants: unknown, path: ProblemPath): unknown {
  const known = constants as Readonly<Record<string, Constant>>;
  const fill = (item: unknown, at: ProblemPath): unknown => {
    if (typeof item === "string") {
      if (!item.startsWith("#")) return item;
      const name = item.slice(1);
      const constant = Object.hasOwn(known, name) ? known[name] : undefined;
      if (constant) return constant.value;
      throw new CxMetricsError(unknownConstant, {
        path: at,
        values: { name, hint: didYouMean(name, Object.keys(known)) },
      });
    }
    if (Array.isArray(item)) return item.map((member, index) => fill(member, [...at, index]));
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(
      Object.entries(item).map(([key, member]) => [
        key,
        wording.has(key) ? member : fill(member, [...at, key]),
      ]),
    );
  };
  return fill(value, path);
}
