import { type Column, faultCode } from "@cxmetrics/formula";
import { meanOf } from "../calibration/mean-and-deviation.js";
import { quantileOf } from "../calibration/quantile-of.js";
import { attributeAt } from "../check-table.js";
import type { ImputationMethod } from "./imputation-method.js";

/** The mean or median of the unit's own group. */
export interface GroupImputation {
  readonly method: "group";
  readonly statistic: "mean" | "median";
  /** Attribute of the table that names the group. */
  readonly attribute: string;
  /** Rows that make up a group: those of all periods, or of the same period. */
  readonly over: "pooled" | "each-period";
  /** Least number of values in the group; a smaller group leaves the gap. */
  readonly atLeast: number;
}

/** Puts the mean or median of a peer group in place of a missing value. */
export const group: ImputationMethod<GroupImputation> = {
  method: "group",
  kind: "cohort",
  title: { en: "Mean or median of the group", zh: "同组均值或中位数填补" },
  formula: String.raw`x = \bar{x}_{g} \text{ where } x \text{ is missing}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3 (conditional mean)",
  edgeCases: {
    en: "It depends on the other units of the table, so that results are not comparable with other tables. A unit without a group, or in a group with fewer values than stated, keeps its gap.",
    zh: "结果取决于表中其他对象，因此不能与其他表比较。没有组别的对象，或组内数值少于规定个数时，不填补。",
  },
  example: {
    parameters: { method: "group", statistic: "mean", attribute: "type", over: "pooled", atLeast: 2 },
    raw: [40, null, 60, 90, null],
    attributes: { type: ["app", "app", "app", "web", "web"] },
    value: [40, 50, 60, 90, null],
  },
  parameters: {
    statistic: { type: "choice", of: ["mean", "median"] },
    attribute: { type: "text" },
    over: { type: "choice", of: ["pooled", "each-period"] },
    atLeast: { type: "number", integer: true, atLeast: 1 },
  },
  attributes: ({ attribute }) => [attribute],
  compute: ({ statistic, attribute, over, atLeast }, column, { table, length }): Column => {
    const names: ArrayLike<unknown> = attributeAt(table, attribute, "impute");
    const groups = new Map<string, number[]>();
    for (let row = 0; row < length; row += 1) {
      const name = names[row];
      if (typeof name !== "string" || name.trim() === "") continue;
      const key = JSON.stringify([name, over === "each-period" ? (table.periods?.[row] ?? null) : null]);
      const rows = groups.get(key);
      if (rows) rows.push(row);
      else groups.set(key, [row]);
    }
    const values = Float64Array.from(column.values);
    const fault = Uint8Array.from(column.fault);
    for (const rows of groups.values()) {
      const present = rows.flatMap((row) => (column.fault[row] === 0 ? [column.values[row] as number] : []));
      if (present.length < atLeast) continue;
      const fill = statistic === "mean" ? meanOf(present) : quantileOf(present, 0.5, 7);
      for (const row of rows)
        if (fault[row] === faultCode.missing) {
          values[row] = fill;
          fault[row] = 0;
        }
    }
    return { values, fault };
  },
};
