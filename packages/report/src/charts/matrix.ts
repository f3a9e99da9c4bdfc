import { expectList, expectNumber, expectRecord, expectText, type Language } from "@cxmetrics/definition";
import { drawMatrix } from "../drawing/draw-matrix.js";
import { type Scale, writeNumber } from "../numbers/write-number.js";
import type { ChartKindEntry } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { expectScale } from "./expect-scale.js";
import { type ChartInterval, expectInterval } from "./reading.js";
import { countCell, intervalCell } from "./write-cells.js";

/** Importance against performance. */
export interface MatrixData {
  readonly points: readonly MatrixPoint[];
  /** What importance is, for example "weight in the index". */
  readonly importance?: string;
  readonly performance?: string;
  /** Scale of the performance: the axis does not go beyond it. */
  readonly scale?: Scale;
  /** Where the quadrants meet; the means of both where it is left out. */
  readonly split?: { readonly importance: number; readonly performance: number };
}

/** One thing that could be improved. */
export interface MatrixPoint {
  readonly label: string;
  /** A short sign to stand beside the point. */
  readonly code?: string;
  readonly importance: number;
  readonly performance: number;
  readonly n?: number | null;
  /** Interval of the performance. */
  readonly interval?: ChartInterval | null;
}

/** Four quadrants after Martilla and James, "Importance-Performance Analysis", Journal of Marketing 41 (1977). */
export const matrix: ChartKindEntry<MatrixData> = {
  title: { en: "Importance and performance", zh: "重要性—表现矩阵" },
  expect: (value, path) => {
    const record = expectRecord(value, path, ["points"], ["importance", "performance", "split", "scale"]);
    const points = expectList(
      record["points"],
      [...path, "points"],
      (item, at) => {
        const point = expectRecord(
          item,
          at,
          ["label", "importance", "performance"],
          ["code", "n", "interval"],
        );
        const { code, n } = point;
        return {
          label: expectText(point["label"], [...at, "label"]),
          ...(code === undefined ? {} : { code: expectText(code, [...at, "code"]) }),
          importance: expectNumber(point["importance"], [...at, "importance"]),
          performance: expectNumber(point["performance"], [...at, "performance"]),
          n: n === undefined || n === null ? null : expectNumber(n, [...at, "n"], { least: 0 }),
          interval: expectInterval(point["interval"], [...at, "interval"]),
        };
      },
      1,
    );
    const { importance, performance, split, scale } = record;
    return {
      points,
      ...(importance === undefined ? {} : { importance: expectText(importance, [...path, "importance"]) }),
      ...(performance === undefined
        ? {}
        : { performance: expectText(performance, [...path, "performance"]) }),
      ...(scale === undefined ? {} : { scale: expectScale(scale, [...path, "scale"]) }),
      ...(split === undefined ? {} : { split: expectSplit(split, [...path, "split"]) }),
    };
  },
  draw: (data, page) => ({
    ...drawMatrix(data, splitOf(data), page),
    legend: [
      { sign: "circle", ink: "s1", text: chartWords.leaf[page.lang] },
      { sign: "dashes", ink: "muted", text: chartWords.means[page.lang] },
    ],
  }),
  tabulate: (data, lang) => {
    const split = splitOf(data);
    return {
      heads: [
        textHead(chartWords.name[lang]),
        numberHead(data.importance ?? chartWords.importance[lang]),
        numberHead(data.performance ?? chartWords.performance[lang]),
        numberHead(chartWords.interval[lang]),
        numberHead(chartWords.n[lang]),
        textHead(chartWords.quadrant[lang]),
      ],
      rows: data.points.map((point) => [
        point.code === undefined ? point.label : `${point.code} ${point.label}`,
        writeNumber(point.importance),
        writeNumber(point.performance),
        intervalCell(point.interval, writeNumber, lang),
        countCell(point.n, lang),
        quadrantOf(point, split, lang),
      ]),
    };
  },
};

function expectSplit(value: unknown, path: readonly (string | number)[]): NonNullable<MatrixData["split"]> {
  const record = expectRecord(value, path, ["importance", "performance"]);
  return {
    importance: expectNumber(record["importance"], [...path, "importance"]),
    performance: expectNumber(record["performance"], [...path, "performance"]),
  };
}

function splitOf({ points, split }: MatrixData): NonNullable<MatrixData["split"]> {
  const mean = (key: "importance" | "performance") =>
    points.reduce((sum, point) => sum + point[key] / points.length, 0);
  return split ?? { importance: mean("importance"), performance: mean("performance") };
}

function quadrantOf(point: MatrixPoint, split: NonNullable<MatrixData["split"]>, lang: Language): string {
  const important = point.importance >= split.importance;
  const good = point.performance >= split.performance;
  return chartWords[important ? (good ? "keepUp" : "concentrate") : good ? "overkill" : "low"][lang];
}
