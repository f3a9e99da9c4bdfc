import { type ChartPage, isNarrow } from "../charts/chart-kind.js";
import type { TrendPoint } from "../charts/trend.js";
import { niceTicks } from "../numbers/nice-ticks.js";
import { drawSvg } from "./draw-svg.js";
import { fitText } from "./fit-text.js";
import { type Ink, ink } from "./palette.js";
import { textWidth } from "./text-width.js";

/** Draws a line over periods, with centre line and limits as steps. Gaps stay gaps. */
export function drawTrend(
  points: readonly TrendPoint[],
  suffix: string,
  page: ChartPage,
): { readonly body: string; readonly height: number } {
  const { width } = page;
  const height = isNarrow(page) ? 230 : 300;
  const ticks = niceTicks(
    points.flatMap(({ value, lower, upper, centre, interval }) =>
      [value, lower, upper, centre, interval?.lower ?? null, interval?.upper ?? null].filter(
        (known) => known !== null,
      ),
    ),
    5,
  );
  const writeTick = (value: number) => `${Number(value.toPrecision(6))}${suffix}`.replace("-", "−");
  const left =
    Math.max(textWidth(writeTick(ticks.lower), 11), textWidth(writeTick(ticks.upper), 11), 20) + 12;
  const room = (width - left - 16) / points.length;
  const longest = Math.max(...points.map(({ label }) => textWidth(label, 11)));
  // Labels that do not fit beside each other are thinned out, always from the first.
  const every = Math.max(1, Math.ceil((Math.min(longest, 90) + 16) / room));
  const step = (key: "lower" | "upper" | "centre", style: object) => ({
    type: "line",
    step: "middle",
    symbol: "none",
    silent: true,
    data: points.map((point) => point[key] ?? "-"),
    lineStyle: { color: ink("muted"), width: 1, ...style },
  });
  const line = {
    type: "line",
    silent: true,
    connectNulls: false,
    lineStyle: { color: ink("s1"), width: 2 },
    symbolSize: 7,
    showAllSymbol: true,
    symbol: "circle",
    data: points.map(({ value }) => value ?? "-"),
    itemStyle: { color: ink("s1"), borderColor: ink("paper"), borderWidth: 1 },
  };
  const marked = points.flatMap(({ value, signals }, at) =>
    value !== null && signals.length > 0 ? [[at, value]] : [],
  );
  const body = drawSvg(
    {
      grid: { left, right: 16, top: 8, bottom: 30 },
      xAxis: {
        type: "category",
        boundaryGap: true,
        data: points.map((_, at) => at),
        axisLine: { lineStyle: { color: ink("line") } },
        axisTick: { show: false },
        axisLabel: {
          ...label("muted"),
          interval: 0,
          formatter: (_: string, at: number) =>
            at % every === 0 ? fitText(points[at]?.label ?? "", Math.max(room * every - 6, 30), 11) : "",
        },
      },
      yAxis: {
        type: "value",
        min: ticks.lower,
        max: ticks.upper,
        interval: ticks.step,
        axisLabel: { ...label("muted"), formatter: writeTick },
        splitLine: { lineStyle: { color: ink("grid") } },
      },
      series: [
        step("centre", {}),
        step("lower", { type: "dashed" }),
        step("upper", { type: "dashed" }),
        ...whiskers(points),
        line,
        {
          type: "scatter",
          silent: true,
          symbol: "diamond",
          symbolSize: 15,
          data: marked,
          itemStyle: { color: ink("s2"), borderColor: ink("paper"), borderWidth: 1 },
        },
      ],
    },
    { width, height },
  );
  return { body, height };
}

function whiskers(points: readonly TrendPoint[]): readonly object[] {
  const known = points.flatMap(({ interval }, at) =>
    interval ? [[at, interval.lower, interval.upper]] : [],
  );
  if (known.length === 0) return [];
  const renderItem = (
    { dataIndex }: { readonly dataIndex: number },
    { coord }: { readonly coord: (at: readonly number[]) => readonly [number, number] },
  ) => {
    const [at = 0, lower = 0, upper = 0] = known[dataIndex] ?? [];
    const [x, y1] = coord([at, lower]);
    const [, y2] = coord([at, upper]);
    return {
      type: "line",
      silent: true,
      shape: { x1: x, y1, x2: x, y2 },
      style: { stroke: ink("s1"), lineWidth: 1.5, fill: "none" },
    };
  };
  return [{ type: "custom", silent: true, data: known, encode: { x: 0, y: [1, 2] }, renderItem }];
}

function label(name: Ink): object {
  return { color: ink(name), fontSize: 11 };
}
