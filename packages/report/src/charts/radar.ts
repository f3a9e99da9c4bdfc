import { CxMetricsError, expectList, expectRecord, expectText } from "@cxmetrics/definition";
import { drawRadar } from "../drawing/draw-radar.js";
import { type Scale, writeScore } from "../numbers/write-number.js";
import { tooMany, wrongLength } from "../problems.js";
import type { ChartKindEntry, Sign } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { expectScale } from "./expect-scale.js";
import { numberOrNull } from "./reading.js";
import { say } from "./write-cells.js";

/** Scores of several units on the same dimensions. */
export interface RadarData {
  /** Names of the dimensions: three at least. */
  readonly axes: readonly string[];
  readonly scale: Scale;
  /** At most six units, a value a dimension. */
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** Signs of the series: shape and colour change together. */
export const radarSigns: readonly Sign[] = ["circle", "square", "triangle", "diamond", "circle", "square"];

/** A polygon a unit. */
export const radar: ChartKindEntry<RadarData> = {
  title: { en: "Profile over the dimensions", zh: "维度轮廓" },
  expect: (value, path) => {
    const record = expectRecord(value, path, ["axes", "scale", "series"]);
    const axes = expectList(record["axes"], [...path, "axes"], (item, at) => expectText(item, at), 3);
    const series = expectList(
      record["series"],
      [...path, "series"],
      (item, at) => {
        const one = expectRecord(item, at, ["label", "values"]);
        const values = expectList(one["values"], [...at, "values"], numberOrNull);
        if (values.length !== axes.length)
          throw new CxMetricsError(wrongLength, {
            path: [...at, "values"],
            values: { what: "values", expected: axes.length, found: values.length },
          });
        return { label: expectText(one["label"], [...at, "label"]), values };
      },
      1,
    );
    if (series.length > 6)
      throw new CxMetricsError(tooMany, {
        path: [...path, "series"],
        values: { kind: "radar", most: 6, what: { en: "series", zh: "系列" }, found: series.length },
      });
    return { axes, series, scale: expectScale(record["scale"], [...path, "scale"]) };
  },
  draw: (data, page) => ({
    ...drawRadar(data, page),
    legend: data.series.map(({ label, values }, index) =>
      values.includes(null)
        ? { sign: "outline", ink: "line", text: say(chartWords.noPolygon, page.lang, { name: label }) }
        : { sign: radarSigns[index] ?? "circle", ink: seriesInk(index), text: label },
    ),
  }),
  tabulate: ({ axes, scale, series }, lang) => ({
    heads: [textHead(chartWords.name[lang]), ...axes.map(numberHead)],
    rows: series.map(({ label, values }) => [
      label,
      ...values.map((value) => (value === null ? chartWords.noValue[lang] : writeScore(value, scale))),
    ]),
  }),
};

/** Colour of a series by its place. */
export function seriesInk(index: number): `s${1 | 2 | 3 | 4 | 5 | 6}` {
  return (["s1", "s2", "s3", "s4", "s5", "s6"] as const)[index % 6] ?? "s1";
}
