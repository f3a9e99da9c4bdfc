import { type ChartPage, isNarrow } from "../charts/chart-kind.js";
import { niceTicks, type Ticks } from "../numbers/nice-ticks.js";
import { drawSvg } from "./draw-svg.js";
import { wrapText } from "./fit-text.js";
import { type Mark, marksSeries } from "./marks.js";
import { ink } from "./palette.js";
import { textWidth } from "./text-width.js";

/** One row: its label on the left, its number on the right, its marks between them. */
export interface ChartRow {
  readonly label: string;
  /** A second line under the label. */
  readonly below?: string;
  /** Steps by which the label is indented. */
  readonly indent?: number;
  readonly right?: string;
  readonly marks: readonly Mark[];
}

/** Rows over one axis. */
export interface RowChart {
  readonly rows: readonly ChartRow[];
  /** Values that the axis must show. */
  readonly extent: readonly number[];
  readonly ticks?: Ticks;
  readonly writeTick: (value: number) => string;
  /** Values marked with a line through all rows. */
  readonly lines?: readonly number[];
}

const size = 12;

/** Draws rows over one axis. */
export function drawRows(
  chart: RowChart,
  page: ChartPage,
): { readonly body: string; readonly height: number } {
  const { rows, lines = [] } = chart;
  const { width } = page;
  const narrow = isNarrow(page);
  const indents = rows.map(({ indent = 0 }) => indent * (narrow ? 8 : 14));
  const wanted = rows.map(
    ({ label, below = "" }, row) =>
      (indents[row] ?? 0) + Math.max(textWidth(label, size), textWidth(below, size)) + 14,
  );
  const left = Math.min(Math.max(...wanted, 48), width * (narrow ? 0.36 : 0.34));
  const right = Math.max(
    8,
    ...rows.map(({ right = "" }) => (right === "" ? 0 : textWidth(right, size) + 14)),
  );
  const texts = rows.map(({ label, below }, row) => {
    const room = left - 12 - (indents[row] ?? 0);
    const told = wrapText(label, room, size, 2);
    return below === undefined ? told : [...told, ...wrapText(below, room, size, 1)];
  });
  const rowHeight = Math.max(26, ...texts.map(({ length }) => 12 + length * 15));
  const ticks = chart.ticks ?? niceTicks(chart.extent, narrow ? 3 : 6);
  const height = rows.length * rowHeight + 30;
  const category = (at: "left" | "right") => ({
    type: "category",
    inverse: true,
    position: at,
    data: rows.map((_, row) => row),
    axisLine: { show: false },
    axisTick: { show: false },
  });
  const body = drawSvg(
    {
      grid: { left, right, top: 4, bottom: 26 },
      xAxis: {
        type: "value",
        min: ticks.lower,
        max: ticks.upper,
        interval: ticks.step,
        axisLabel: { color: ink("muted"), fontSize: 11, formatter: chart.writeTick, hideOverlap: true },
        splitLine: { lineStyle: { color: ink("grid") } },
      },
      yAxis: [
        { ...category("left"), axisLabel: { show: false } },
        {
          ...category("right"),
          axisLabel: {
            color: ink("ink"),
            fontSize: size,
            align: "right",
            margin: right - 4,
            interval: 0,
            formatter: (_: string, row: number) => rows[row]?.right ?? "",
          },
        },
      ],
      series: [
        marksSeries(
          [
            ...lines.map((at) => ({ kind: "rule" as const, at, row: 0 })),
            ...rows.flatMap(({ marks }, row) => [
              { kind: "label" as const, row, texts: texts[row] ?? [], x: indents[row] ?? 0 },
              ...marks.map((mark) => ({ ...mark, row })),
            ]),
          ],
          rows.length,
          rowHeight,
        ),
      ],
    },
    { width, height },
  );
  return { body, height };
}
