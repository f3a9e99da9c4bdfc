import type { Expression } from "@cxmetrics/formula";
import { columnName } from "../node-id.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { onlyFrom } from "./only-from.js";
import { aroundCenter } from "./onto-range.js";

/** Change against an earlier value, in per cent of it. */
export interface PercentChange {
  readonly method: "percent-change";
  readonly direction: "more" | "less";
  /** Column of the table that holds the earlier value of the same unit. */
  readonly lag: string;
  /** Value of a unit that has not changed; 0 when left out. */
  readonly center?: number;
  /** Points for one per cent; 1 when left out. */
  readonly spread?: number;
}

/** Percentage change. The earlier value is a column that is named, never a row that happens to stand above. */
export const percentChange: NormaliserMethod<PercentChange> = {
  method: "percent-change",
  kind: "row",
  title: { en: "Percentage change", zh: "百分比变化法" },
  formula: String.raw`m \pm 100\,k\,\frac{x_t-x_{t-1}}{|x_{t-1}|}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.7",
  edgeCases: {
    en: "An earlier value of 0 has no percentage, and a change of sign has none either. Between two negative values a rise counts as a rise. Codes of the leaf hold in the lag column too.",
    zh: "前期值为 0 或前后变号时无百分比。两期均为负时，上升仍计为上升。指标的编码同样适用于前期值所在的列。",
  },
  example: {
    parameters: { method: "percent-change", direction: "less", lag: "last" },
    raw: 40,
    columns: { last: [50] },
    value: 20,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    lag: { type: "text" },
    center: { type: "number", optional: true },
    spread: { type: "number", above: 0, optional: true },
  },
  columns: ({ lag }) => [lag],
  scale: ({ direction, lag, center, spread = 1 }, x): Expression => {
    const earlier = columnName(lag);
    const moved: Expression = { op: "subtract", of: direction === "more" ? [x, earlier] : [earlier, x] };
    const share: Expression = { op: "divide", of: [moved, { op: "absolute", of: [earlier] }] };
    const ratio: Expression = { op: "divide", of: [x, earlier] };
    return onlyFrom(aroundCenter(share, center, 100 * spread), ratio, 0);
  },
  direction: ({ direction }) => direction,
};
