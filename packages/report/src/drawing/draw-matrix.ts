import { type ChartPage, isNarrow } from "../charts/chart-kind.js";
import { chartWords } from "../charts/chart-words.js";
import type { MatrixData } from "../charts/matrix.js";
import { niceTicks, type Ticks } from "../numbers/nice-ticks.js";
import type { Scale } from "../numbers/write-number.js";
import { drawSvg } from "./draw-svg.js";
import { fitText } from "./fit-text.js";
import type { Shape } from "./marks.js";
import { ink } from "./palette.js";
import { type Box, placeLabels } from "./place-labels.js";
import { symbol } from "./shapes.js";
import { textWidth } from "./text-width.js";

const [left, right, top, bottom] = [58, 14, 10, 44];

/** Draws points in four quadrants, performance to the right and importance upwards. */
export function drawMatrix(
  data: MatrixData,
  split: NonNullable<MatrixData["split"]>,
  page: ChartPage,
): { readonly body: string; readonly height: number } {
  const { lang, width } = page;
  const height = isNarrow(page) ? 320 : 420;
  const { points } = data;
  const performances = [...points.map(({ performance }) => performance), split.performance];
  const across = within(niceTicks(padded(performances), isNarrow(page) ? 3 : 6), data.scale);
  const up = niceTicks(padded([...points.map(({ importance }) => importance), split.importance]), 5);
  const x = scaled(across, left, width - right);
  const y = scaled(up, height - bottom, top);
  const spots = points.map((point) => ({
    x: x(point.performance),
    y: y(point.importance),
    text: fitText(point.code ?? point.label, isNarrow(page) ? 80 : 150, 11),
  }));
  const corners: readonly (readonly [keyof typeof chartWords, number, number, string])[] = [
    ["concentrate", left + 6, top + 10, "left"],
    ["keepUp", width - right - 6, top + 10, "right"],
    ["low", left + 6, height - bottom - 10, "left"],
    ["overkill", width - right - 6, height - bottom - 10, "right"],
  ];
  const taken: Box[] = corners.map(([word, cx, cy, align]) => {
    const wide = textWidth(chartWords[word][lang], 11);
    return { x: align === "left" ? cx : cx - wide, y: cy - 8, width: wide, height: 16 };
  });
  const labels = placeLabels(spots, taken, {
    x: left,
    y: top,
    width: width - left - right,
    height: height - top - bottom,
  });
  const line = (x1: number, y1: number, x2: number, y2: number, style: object): Shape => ({
    type: "line",
    shape: { x1, y1, x2, y2 },
    style: { fill: "none", lineWidth: 1, ...style },
  });
  const text = (
    content: string,
    at: readonly [number, number],
    align: string,
    fill: string,
    extra: object = {},
  ): Shape => ({
    type: "text",
    x: at[0],
    y: at[1],
    ...extra,
    style: { text: content, fill, fontSize: 11, align, verticalAlign: "middle" },
  });
  const children: readonly Shape[] = [
    ...steps(across).flatMap((value) => [
      line(x(value), top, x(value), height - bottom, { stroke: ink("grid") }),
      text(tick(value), [x(value), height - bottom + 12], "center", ink("muted")),
    ]),
    ...steps(up).flatMap((value) => [
      line(left, y(value), width - right, y(value), { stroke: ink("grid") }),
      text(tick(value), [left - 6, y(value)], "right", ink("muted")),
    ]),
    line(x(split.performance), top, x(split.performance), height - bottom, {
      stroke: ink("muted"),
      lineDash: [4, 3],
    }),
    line(left, y(split.importance), width - right, y(split.importance), {
      stroke: ink("muted"),
      lineDash: [4, 3],
    }),
    ...corners.map(([word, cx, cy, align]) => text(chartWords[word][lang], [cx, cy], align, ink("muted"))),
    text(
      data.performance ?? chartWords.performance[lang],
      [(left + width - right) / 2, height - 10],
      "center",
      ink("ink"),
    ),
    text(
      fitText(data.importance ?? chartWords.importance[lang], height - top - bottom, 11),
      [10, (top + height - bottom) / 2],
      "center",
      ink("ink"),
      { rotation: Math.PI / 2 },
    ),
    ...spots.map((spot) => symbol("circle", spot.x, spot.y, 5, "s1")),
    ...labels.flatMap((placed, index) =>
      placed ? [text(spots[index]?.text ?? "", [placed.x, placed.y], placed.align, ink("ink"))] : [],
    ),
  ];
  const series = {
    type: "custom",
    coordinateSystem: "none",
    silent: true,
    data: [0],
    renderItem: () => ({ type: "group", silent: true, children }),
  };
  return { body: drawSvg({ series: [series] }, { width, height }), height };
}

function scaled({ lower, upper }: Ticks, from: number, to: number): (value: number) => number {
  return (value) => Number((from + ((value - lower) / (upper - lower)) * (to - from)).toFixed(1));
}

function steps({ lower, upper, step }: Ticks): readonly number[] {
  return Array.from({ length: Math.round((upper - lower) / step) + 1 }, (_, index) => lower + index * step);
}

function tick(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}

/** Room around the outermost points, for their labels; an axis of values that are all positive does not go below zero. */
function padded(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least) * 0.04;
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

function within(ticks: Ticks, scale: Scale | undefined): Ticks {
  if (!scale) return ticks;
  return { ...ticks, lower: Math.max(ticks.lower, scale.lower), upper: Math.min(ticks.upper, scale.upper) };
}
