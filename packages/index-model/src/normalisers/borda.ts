import { bordaOfColumn } from "../cohort/borda-of-column.js";
import { rowsByPeriod } from "../leaf/compute-by-period.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { placeByGroup } from "./place-by-group.js";

/** Borda points: how many units a unit beats. */
export interface BordaNormaliser {
  readonly method: "borda";
  readonly direction: "more" | "less";
  /** What equal units get: the mean of their points, or those of the lowest of their places. */
  readonly ties: "average" | "minimum";
  /** Units that are compared: the whole table, or each period by itself. */
  readonly over: "pooled" | "each-period";
}

/** One point for every unit that is beaten, half a point for a tie. */
export const borda: NormaliserMethod<BordaNormaliser> = {
  method: "borda",
  kind: "cohort",
  title: { en: "Borda points", zh: "波达计分" },
  formula: "b_i = r_i - 1",
  source: "de Borda, Mémoire sur les élections au scrutin, 1784 (for 1781)",
  edgeCases: {
    en: "Points run from 0 to n − 1 and so depend on how many units take part. A unit alone has none.",
    zh: "分值为 0 到 n − 1，取决于参与对象的数量。只有一个对象时无值。",
  },
  example: {
    parameters: { method: "borda", direction: "more", ties: "average", over: "pooled" },
    reference: [62, 80, 62, 91],
    raw: 91,
    value: 3,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    ties: { type: "choice", of: ["average", "minimum"] },
    over: { type: "choice", of: ["pooled", "each-period"] },
  },
  compute: ({ direction, ties, over }, column, _scale, { table, length }) => {
    const groups = rowsByPeriod(over === "each-period" ? table.periods : undefined, length);
    const sign = direction === "more" ? 1 : -1;
    const oriented = (values: readonly (number | null)[]) =>
      values.map((value) => (value === null ? null : sign * value));
    return placeByGroup(column, groups, (values) => bordaOfColumn(oriented(values), { ties }));
  },
  direction: ({ direction }) => direction,
};
