import type { Expression } from "@cxmetrics/formula";
import type { FitScope, ReferenceColumn } from "../calibration/calibration.js";
import { meanOf } from "../calibration/mean-and-deviation.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { extremeOf } from "./reference-value.js";

/** Goalposts around a base value, as for the Adjusted Mazziotta–Pareto Index. */
export interface Ampi {
  readonly method: "ampi";
  readonly direction: "more" | "less";
  /** What scores 100: a stated number, or the mean of the base period. */
  readonly base: number | { readonly period: string };
  /** Rows whose least and greatest value set the width of the goalposts; as a rule all periods. */
  readonly over: FitScope;
}

/** Goalposts of the width of the data, centred on a base value that scores 100; the goalposts score 70 and 130. */
export const ampi: NormaliserMethod<Ampi> = {
  method: "ampi",
  kind: "fit",
  title: { en: "Goalposts around a base (AMPI)", zh: "基准对称阈值法（AMPI）" },
  formula: String.raw`70 + 60\,\frac{x-\mathrm{Min}}{\mathrm{Max}-\mathrm{Min}},\quad \mathrm{Min},\mathrm{Max} = x_{base} \mp \tfrac12(\sup x-\inf x)`,
  source: "Mazziotta & Pareto, Soc. Indic. Res. 127 (2016) 983–1003",
  edgeCases: {
    en: "Where less is better the score is 200 minus it. Values may leave 70…130, because the goalposts lie around the base and not at the extremes. Equal reference values: no value.",
    zh: "越小越好时取 200 减该值。阈值以基准为中心而非取极值，因此得分可能超出 70 至 130。参照值全部相等时无值。",
  },
  example: {
    parameters: { method: "ampi", direction: "more", base: { period: "2023" }, over: "pooled" },
    reference: [10, 20, 20, 30],
    units: ["a", "b", "a", "b"],
    periods: ["2023", "2023", "2025", "2025"],
    raw: 20,
    value: 115,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    base: {
      type: "either",
      of: [{ type: "number" }, { type: "record", members: { period: { type: "text" } } }],
    },
    over: { type: "scope" },
  },
  fit: ({ base }, column) => {
    const { values, n } = column;
    const own = typeof base === "number" ? [base] : valuesOfPeriod(column, base.period);
    if (n === 0 || own.length === 0) return tooFewReferenceValues(0, 1);
    const center = meanOf(own);
    const half = (extremeOf(values, "maximum") - extremeOf(values, "minimum")) / 2;
    return { status: "ok", fitted: { minimum: center - half, maximum: center + half } };
  },
  fittedTitles: {
    minimum: { en: "lower goalpost around the base", zh: "基准下侧阈值" },
    maximum: { en: "upper goalpost around the base", zh: "基准上侧阈值" },
  },
  scale: ({ direction }, x, _scale, fitted): Expression => {
    const minimum = fitted.number("minimum");
    const away = (a: Expression, b: Expression): Expression => ({ op: "subtract", of: [a, b] });
    const share: Expression = {
      op: "divide",
      of: [away(x, minimum), away(fitted.number("maximum"), minimum)],
    };
    const points: Expression = { op: "multiply", of: [60, share] };
    return direction === "more" ? { op: "add", of: [70, points] } : away(130, points);
  },
  direction: ({ direction }) => direction,
};

function valuesOfPeriod({ values, source }: ReferenceColumn, period: string): readonly number[] {
  return Array.from(values).filter((_, at) => source?.table.periods?.[source.rows[at] ?? -1] === period);
}
