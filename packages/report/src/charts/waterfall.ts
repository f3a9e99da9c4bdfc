import { CxMetricsError, expectList, expectNumber, expectRecord, expectText } from "@cxmetrics/definition";
import { drawRows } from "../drawing/row-chart.js";
import { type Scale, withSign, writeScore } from "../numbers/write-number.js";
import { partsDoNotSum } from "../problems.js";
import type { ChartKindEntry } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { expectScale } from "./expect-scale.js";
import { type ChartInterval, expectInterval } from "./reading.js";
import { intervalCell } from "./write-cells.js";

/** A change and the parts that sum to it. */
export interface WaterfallData {
  readonly from: { readonly label: string; readonly value: number };
  readonly to: { readonly label: string; readonly value: number };
  readonly parts: readonly { readonly label: string; readonly change: number }[];
  readonly scale: Scale;
  /** Interval of the change. */
  readonly interval?: ChartInterval | null;
}

/** From one value to another, a step a part. */
export const waterfall: ChartKindEntry<WaterfallData> = {
  title: { en: "What the change is made of", zh: "变化的构成" },
  expect: (value, path) => {
    const record = expectRecord(value, path, ["from", "to", "parts", "scale"], ["interval"]);
    const [from, to] = (["from", "to"] as const).map((name) => {
      const end = expectRecord(record[name], [...path, name], ["label", "value"]);
      return {
        label: expectText(end["label"], [...path, name, "label"]),
        value: expectNumber(end["value"], [...path, name, "value"]),
      };
    }) as [WaterfallData["from"], WaterfallData["to"]];
    const parts = expectList(record["parts"], [...path, "parts"], (item, at) => {
      const part = expectRecord(item, at, ["label", "change"]);
      return {
        label: expectText(part["label"], [...at, "label"]),
        change: expectNumber(part["change"], [...at, "change"]),
      };
    });
    const scale = expectScale(record["scale"], [...path, "scale"]);
    const sum = parts.reduce((total, part) => total + part.change, 0);
    const change = to.value - from.value;
    if (!(Math.abs(sum - change) <= 1e-6 * (scale.upper - scale.lower)))
      throw new CxMetricsError(partsDoNotSum, { path: [...path, "parts"], values: { sum, change } });
    return { from, to, parts, scale, interval: expectInterval(record["interval"], [...path, "interval"]) };
  },
  draw: ({ from, to, parts, scale, interval }, page) => {
    const { lang } = page;
    const write = (value: number) => writeScore(value, scale);
    let at = from.value;
    const reach = [at];
    const steps = parts.map(({ label, change }) => {
      const start = at;
      at += change;
      reach.push(at);
      const name = change < 0 ? ("s2" as const) : ("s1" as const);
      const bar =
        change < 0
          ? ({ kind: "lost", from: start, to: at, ink: name } as const)
          : ({ kind: "bar", from: start, to: at, ink: name } as const);
      return { label, right: withSign(change, write(change)), marks: [bar, { kind: "link" as const, at }] };
    });
    const total = (value: number) => ({
      kind: "point" as const,
      at: value,
      ink: "ink" as const,
      sign: "diamond" as const,
    });
    const drawn = drawRows(
      {
        rows: [
          {
            label: from.label,
            right: write(from.value),
            marks: [{ kind: "link", at: from.value }, total(from.value)],
          },
          ...steps,
          { label: to.label, right: write(to.value), marks: [total(to.value)] },
        ],
        extent: [...reach, to.value],
        writeTick: (value) => String(Number(value.toPrecision(6))).replace("-", "−"),
      },
      page,
    );
    const level = interval
      ? ` · ${chartWords.change[lang]} ${withSign(to.value - from.value, write(to.value - from.value))} ${intervalCell(interval, write, lang)}`
      : "";
    return {
      ...drawn,
      legend: [
        { sign: "diamond", ink: "ink", text: `${chartWords.total[lang]}${level}` },
        { sign: "bar", ink: "s1", text: chartWords.rise[lang] },
        { sign: "hatch", ink: "s2", text: chartWords.fall[lang] },
      ],
    };
  },
  tabulate: ({ from, to, parts, scale, interval }, lang) => {
    const write = (value: number) => writeScore(value, scale);
    const signed = (value: number) => withSign(value, write(value));
    return {
      heads: [
        textHead(chartWords.name[lang]),
        numberHead(chartWords.value[lang]),
        numberHead(chartWords.change[lang]),
        numberHead(chartWords.interval[lang]),
      ],
      rows: [
        [from.label, write(from.value), "–", "–"],
        ...parts.map(({ label, change }) => [label, "–", signed(change), "–"]),
        [to.label, write(to.value), signed(to.value - from.value), intervalCell(interval, signed, lang)],
      ],
    };
  },
};
