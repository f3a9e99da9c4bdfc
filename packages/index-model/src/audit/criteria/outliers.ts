import { inputsOf, valuesOf } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { momentsOf } from "../moments.js";
import { type Criterion, nothing } from "./criterion.js";

/** Shape of an indicator, and what it takes to mend it. */
export interface OutlierValues {
  readonly indicators: Readonly<
    Record<
      string,
      {
        readonly n: number;
        /** Skewness of the normalised values, sample-corrected; `null` with fewer than four values, or where all are the same. */
        readonly skewness: number | null;
        /** Excess kurtosis of the normalised values, sample-corrected. */
        readonly kurtosis: number | null;
        /** The same of the values that the normaliser reads, before its caps and logarithms. */
        readonly before: { readonly skewness: number; readonly kurtosis: number } | null;
        /** Rows whose winsorising, from the outermost inwards, brings the shape within the limits; `null` where the allowed number does not. */
        readonly winsorise: readonly number[] | null;
      }
    >
  >;
}

const few: FindingText = {
  code: "audit.outliers",
  en: "Outliers shape {nodes}: skewness {skewness}, excess kurtosis {kurtosis}. Winsorising {units} would end it.",
  zh: "{nodes} 受离群值影响：偏度 {skewness}，超额峰度 {kurtosis}。对 {units} 做缩尾处理即可消除。",
  remedy: {
    en: "Check these values at their source; then winsorise them, use a log scale, or set goalposts that cap them.",
    zh: "请核对这些数据的来源；确认后可缩尾、采用对数尺度，或设置可截断它们的阈值。",
  },
};
const many: FindingText = {
  code: "audit.skewed",
  en: "{nodes} is skewed as a whole: skewness {skewness}, excess kurtosis {kurtosis}, and winsorising {most} units does not end it.",
  zh: "{nodes} 整体偏斜：偏度 {skewness}，超额峰度 {kurtosis}，缩尾 {most} 个对象仍不能消除。",
  remedy: {
    en: "Transform the indicator: a logarithm, log goalposts or Box–Cox.",
    zh: "请对该指标做变换：对数、对数阈值或 Box–Cox。",
  },
};

/** Whether outliers shape the index: what counts is the shape of what enters it, after caps, treatment and logarithms. */
export const outliers: Criterion<"outliers", OutlierValues> = {
  id: "outliers",
  title: { en: "Outliers", zh: "离群值" },
  thresholds: ["skewness", "kurtosis", "winsorisedUnits"],
  examine: (context) => {
    const { leaves, thresholds } = context;
    const beyond = (values: readonly number[]) => {
      const moments = momentsOf(values);
      return (
        moments !== null &&
        Math.abs(moments.skewness) > thresholds.skewness &&
        moments.kurtosis > thresholds.kurtosis
      );
    };
    const looked = leaves.map((id) => {
      const cells = valuesOf(context, id).flatMap((value, row) => (value === null ? [] : [{ value, row }]));
      const numbers = cells.map(({ value }) => value);
      const moments = momentsOf(numbers);
      const out = beyond(numbers);
      return {
        id,
        out,
        n: cells.length,
        skewness: moments?.skewness ?? null,
        kurtosis: moments?.kurtosis ?? null,
        before: momentsOf(inputsOf(context, id).filter((value) => value !== null)),
        winsorise: out ? winsorised(cells, beyond, thresholds.winsorisedUnits) : [],
      };
    });
    if (looked.every(({ skewness }) => skewness === null))
      return nothing({
        en: "No indicator has four values that differ.",
        zh: "没有指标具有四个以上且不全相同的数值。",
      });
    const shaped = looked.filter(({ out }) => out);
    return {
      message: {
        en: `${shaped.length} of ${leaves.length} indicators are skewed beyond the limits once normalised.`,
        zh: `按归一化后的数值，${leaves.length} 个指标中有 ${shaped.length} 个偏态超限。`,
      },
      findings: shaped.map(({ id, skewness, kurtosis, winsorise }) =>
        finding(context, "warn", winsorise ? few : many, {
          nodes: [id],
          rows: winsorise ?? [],
          values: { skewness: skewness ?? 0, kurtosis: kurtosis ?? 0, most: thresholds.winsorisedUnits },
        }),
      ),
      values: {
        indicators: Object.fromEntries(looked.map(({ id, out: _, ...told }) => [id, told])),
      },
    };
  },
};

/** Moves the values at the heavier end to the next one inwards, ties together, until the shape is within the limits. */
function winsorised(
  cells: readonly { readonly value: number; readonly row: number }[],
  beyond: (values: readonly number[]) => boolean,
  most: number,
): readonly number[] | null {
  const moved = new Set<number>();
  let values = cells.map(({ value }) => value);
  while (beyond(values)) {
    const sign = (momentsOf(values)?.skewness ?? 0) > 0 ? 1 : -1;
    const end = values.reduce((a, b) => (sign * a > sign * b ? a : b));
    const inner = values.reduce<number | null>(
      (best, value) => (value === end || (best !== null && sign * value < sign * best) ? best : value),
      null,
    );
    if (inner === null) return null;
    values.forEach((value, at) => {
      if (value === end) moved.add(cells[at]?.row ?? at);
    });
    if (moved.size > most) return null;
    values = values.map((value) => (value === end ? inner : value));
  }
  return [...moved].sort((a, b) => a - b);
}
