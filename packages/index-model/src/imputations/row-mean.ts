import { CxMetricsError } from "@cxmetrics/definition";
import { columnName } from "../node-id.js";
import type { ImputationMethod } from "./imputation-method.js";
import { moreThanColumns } from "./problems.js";

/** The mean of the unit's own values in other columns of the same kind. */
export interface RowMeanImputation {
  readonly method: "row-mean";
  /** Columns on the same scale, as a rule the other items of the dimension. */
  readonly columns: readonly string[];
  /** Least number of them that must hold a value. */
  readonly atLeast: number;
}

/** Puts the unit's own mean over the other items of a group in place of a missing value (person-mean imputation). */
export const rowMean: ImputationMethod<RowMeanImputation> = {
  method: "row-mean",
  kind: "row",
  title: { en: "The unit's own mean over a group of columns", zh: "本对象同组各列均值填补" },
  formula: String.raw`x_{ij} = \frac{1}{|J_i|} \sum_{k \in J_i} x_{ik} \text{ where } x_{ij} \text{ is missing}`,
  source: "Downey & King, J. Soc. Psychol. 138 (1998) 175–191",
  edgeCases: {
    en: "For columns on one and the same scale and direction only. Codes of the leaf hold in these columns too, as answers on one scale. With fewer values than stated the gap stays.",
    zh: "仅适用于量表与方向相同的各列。指标的编码同样适用于这些列。数值少于规定个数时不填补。",
  },
  example: {
    parameters: { method: "row-mean", columns: ["ease", "speed", "help"], atLeast: 2 },
    raw: [4, null, null],
    columns: { ease: [1, 5, null], speed: [2, 4, null], help: [3, null, 5] },
    value: [4, 4.5, null],
  },
  parameters: {
    columns: { type: "list", of: { type: "text" }, least: 1 },
    atLeast: { type: "number", integer: true, atLeast: 1 },
  },
  columns: ({ columns }) => columns,
  check: ({ columns, atLeast }, path) => {
    if (atLeast > columns.length)
      throw new CxMetricsError(moreThanColumns, { path, values: { atLeast, columns: columns.length } });
  },
  fill: ({ columns, atLeast }) => ({
    op: "power-mean",
    exponent: 1,
    of: columns.map(columnName),
    missing: "renormalise",
    minimumCount: atLeast,
  }),
};
