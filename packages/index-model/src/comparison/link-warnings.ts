import { fillMessage, type Warning } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import type { LinkedSeries, SeriesLink } from "./linked-series.js";

const stretched = {
  en: "{count} of {n} links carry values beyond the scale {lower}…{upper}. An additive link on a transformed scale, or scoring the past again, avoids this.",
  zh: "{n} 个链接中有 {count} 个把数值带到了量表 {lower}…{upper} 之外。可在变换后的量表上做加法链接，或用新定义重算历史数据。",
};

const outside = {
  en: "{count} linked values lie outside the scale {lower}…{upper}. They are told as they are.",
  zh: "有 {count} 个链接值超出量表 {lower}…{upper}，按原值给出。",
};

const fewPairs = {
  en: "{count} of {n} links rest on so few pairs that their error cannot be told.",
  zh: "{n} 个链接中有 {count} 个所依据的数据对过少，无法给出误差。",
};

/** What a reader must know about links on a bounded scale. */
export function linkWarnings(
  { lower, upper }: IndexDefinition["scale"],
  links: readonly SeriesLink[],
  series: LinkedSeries["series"],
): readonly Warning[] {
  const lines = links.flatMap((link) => link.lines);
  const n = lines.length;
  const slack = 1e-12 * Math.max(Math.abs(lower), Math.abs(upper));
  const leaves = (value: number) => value < lower - slack || value > upper + slack;
  const values = { lower, upper, n };
  const warnings: Warning[] = [];
  const warn = (code: string, text: typeof stretched, count: number) => {
    if (count > 0)
      warnings.push({ code, message: fillMessage(text, { ...values, count }), values: { ...values, count } });
  };
  const off = series.flatMap(({ unit, points }) =>
    points.flatMap(({ value, links: steps }) =>
      steps > 0 && value !== null && leaves(value) ? [{ unit, steps }] : [],
    ),
  );
  // The value of a point went through the first links; with one line a unit, through those of its own unit.
  const carried = (line: SeriesLink["lines"][number], place: number) =>
    off.some(({ unit, steps }) => place < steps && (line.unit === null || line.unit === unit));
  warn(
    "link.bounded-scale",
    stretched,
    links.flatMap((link, place) => link.lines.filter((line) => carried(line, place))).length,
  );
  warn("link.outside-scale", outside, off.length);
  warn("link.error-unknown", fewPairs, lines.filter((line) => line.residual === null).length);
  return warnings;
}
