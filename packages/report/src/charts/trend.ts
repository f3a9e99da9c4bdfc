import { expectList, expectRecord, expectText } from "@cxmetrics/definition";
import { drawTrend } from "../drawing/draw-trend.js";
import { writeNumber } from "../numbers/write-number.js";
import type { ChartKindEntry } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { type ChartReading, expectReading, numberOrNull, readingKeys } from "./reading.js";
import { countCell, intervalCell, valueCell } from "./write-cells.js";

/** A value over time, with the limits of a control chart where it has some. */
export interface TrendData {
  /** In order of time; the label names the period. */
  readonly points: readonly TrendPoint[];
  /** Sign behind every value. */
  readonly suffix?: string;
}

/** One period. */
export interface TrendPoint extends ChartReading {
  readonly centre: number | null;
  /** Control limits; `null` where there is none. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Rules that the point breaks. */
  readonly signals: readonly string[];
}

/** A line through the periods between its control limits; points that signal have their own shape. */
export const trend: ChartKindEntry<TrendData> = {
  title: { en: "Trend with control limits", zh: "趋势与控制限" },
  expect: (value, path) => {
    const record = expectRecord(value, path, ["points"], ["suffix"]);
    const points = expectList(
      record["points"],
      [...path, "points"],
      (item, at) => {
        const point = expectRecord(
          item,
          at,
          ["label", "value"],
          [...readingKeys, "centre", "lower", "upper", "signals"],
        );
        const limit = (name: string) => numberOrNull(point[name] ?? null, [...at, name]);
        return {
          ...expectReading(point, at),
          centre: limit("centre"),
          lower: limit("lower"),
          upper: limit("upper"),
          signals: expectList(point["signals"] ?? [], [...at, "signals"], (signal, place) =>
            expectText(signal, place),
          ),
        };
      },
      1,
    );
    const { suffix } = record;
    return suffix === undefined || suffix === ""
      ? { points }
      : { points, suffix: expectText(suffix, [...path, "suffix"]) };
  },
  draw: ({ points, suffix = "" }, page) => {
    const { lang } = page;
    const has = (key: "centre" | "lower" | "upper") => points.some((point) => point[key] !== null);
    return {
      ...drawTrend(points, suffix, page),
      legend: [
        { sign: "circle", ink: "s1", text: chartWords.value[lang] },
        ...(points.some(({ signals }) => signals.length > 0)
          ? [{ sign: "diamond" as const, ink: "s2" as const, text: chartWords.signal[lang] }]
          : []),
        ...(has("centre")
          ? [{ sign: "line" as const, ink: "muted" as const, text: chartWords.centre[lang] }]
          : []),
        ...(has("lower") || has("upper")
          ? [{ sign: "dashes" as const, ink: "muted" as const, text: chartWords.limits[lang] }]
          : []),
      ],
    };
  },
  tabulate: ({ points, suffix = "" }, lang) => {
    const write = (value: number) => `${writeNumber(value)}${suffix}`;
    const limit = (value: number | null) => (value === null ? chartWords.noInterval[lang] : write(value));
    return {
      heads: [
        textHead(chartWords.period[lang]),
        ...(["value", "interval", "n", "centre", "lowerLimit", "upperLimit"] as const).map((word) =>
          numberHead(chartWords[word][lang]),
        ),
        textHead(chartWords.signals[lang]),
      ],
      rows: points.map((point) => [
        point.label,
        valueCell(point, write, lang),
        intervalCell(point.interval, write, lang),
        countCell(point.n, lang),
        limit(point.centre),
        limit(point.lower),
        limit(point.upper),
        point.signals.join(", ") || chartWords.noSignal[lang],
      ]),
    };
  },
};
