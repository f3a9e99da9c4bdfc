import { type ChartPage, isNarrow } from "../charts/chart-kind.js";
import { type RadarData, radarSigns, seriesInk } from "../charts/radar.js";
import { drawSvg } from "./draw-svg.js";
import { wrapText } from "./fit-text.js";
import { ink } from "./palette.js";

const echartsSigns: Readonly<Record<string, string>> = {
  circle: "circle",
  square: "rect",
  triangle: "triangle",
  diamond: "diamond",
};

/** Draws polygons over dimensions. A unit without all of its values has none: a gap would read as zero. */
export function drawRadar(
  { axes, scale, series }: RadarData,
  page: ChartPage,
): { readonly body: string; readonly height: number } {
  const narrow = isNarrow(page);
  const height = narrow ? 300 : 380;
  const radius = narrow ? 92 : 135;
  const room = page.width / 2 - radius * 0.75;
  const body = drawSvg(
    {
      radar: {
        shape: "polygon",
        center: ["50%", "52%"],
        radius,
        splitNumber: 4,
        splitArea: { show: false },
        splitLine: { lineStyle: { color: ink("grid") } },
        axisLine: { lineStyle: { color: ink("grid") } },
        axisNameGap: 10,
        axisName: { color: ink("ink"), fontSize: narrow ? 11 : 12 },
        indicator: axes.map((name) => ({
          name: wrapText(name, Math.min(room, narrow ? 88 : 170), narrow ? 11 : 12, 3).join("\n"),
          min: scale.lower,
          max: scale.upper,
        })),
      },
      series: series.flatMap(({ values }, index) =>
        values.includes(null)
          ? []
          : [
              {
                type: "radar",
                silent: true,
                symbol: echartsSigns[radarSigns[index] ?? "circle"],
                symbolSize: 9,
                itemStyle: { color: ink(seriesInk(index)), borderColor: ink("paper"), borderWidth: 1 },
                lineStyle: {
                  color: ink(seriesInk(index)),
                  width: 2,
                  ...(index % 2 === 0 ? {} : { type: [6, 3] }),
                },
                data: [{ value: values }],
              },
            ],
      ),
    },
    { width: page.width, height },
  );
  return { body, height };
}
