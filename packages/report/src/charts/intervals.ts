import { expectList, expectNumber, expectRecord, expectText } from "@cxmetrics/definition";
import { drawRows } from "../drawing/row-chart.js";
import { withSign, writeNumber, writeScore } from "../numbers/write-number.js";
import { type ChartKindEntry, type ChartPage, isNarrow } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { expectScale } from "./expect-scale.js";
import { levelNote } from "./level-note.js";
import { type ChartReading, expectReading, readingKeys } from "./reading.js";
import { brackets, countCell, intervalCell, valueCell } from "./write-cells.js";

/** Values with their intervals, one a row. */
export interface IntervalsData {
  readonly readings: readonly ChartReading[];
  /** Sign behind every value, for example `%`. */
  readonly suffix?: string;
  /** Scale that says how many decimals a value has; the axis shows the part of it that is used. */
  readonly scale?: { readonly lower: number; readonly upper: number };
  /** A value to hold the others against, for example 0 for differences. */
  readonly reference?: number;
  /** Values are differences and are written with their sign. */
  readonly differences?: boolean;
}

/** Dots with whiskers: what a value is, and how sure. */
export const intervals: ChartKindEntry<IntervalsData> = {
  title: { en: "Values with their intervals", zh: "数值与区间" },
  expect: (value, path) => {
    const record = expectRecord(value, path, ["readings"], ["suffix", "scale", "reference", "differences"]);
    const readings = expectList(
      record["readings"],
      [...path, "readings"],
      (item, at) => expectReading(expectRecord(item, at, ["label", "value"], readingKeys), at),
      1,
    );
    const { suffix, scale, reference, differences } = record;
    return {
      readings,
      ...(suffix === undefined || suffix === "" ? {} : { suffix: expectText(suffix, [...path, "suffix"]) }),
      ...(scale === undefined ? {} : { scale: expectScale(scale, [...path, "scale"]) }),
      ...(reference === undefined ? {} : { reference: expectNumber(reference, [...path, "reference"]) }),
      ...(differences === true ? { differences } : {}),
    };
  },
  draw: (data, page) => {
    const write = writerOf(data);
    const { readings, reference } = data;
    const drawn = drawRows(
      {
        rows: readings.map((reading) => rowOf(reading, write, page)),
        extent: [
          ...readings.flatMap(({ value, interval }) => [
            ...(value === null ? [] : [value]),
            ...(interval ? [interval.lower, interval.upper] : []),
          ]),
          ...(reference === undefined ? [] : [reference]),
        ],
        writeTick: (value) => `${Number(value.toPrecision(6))}${data.suffix ?? ""}`.replace("-", "−"),
        ...(reference === undefined ? {} : { lines: [reference] }),
      },
      page,
    );
    const note = levelNote(readings, page.lang);
    return { ...drawn, legend: note ? [{ sign: "circle", ink: "s1", text: note }] : [] };
  },
  tabulate: (data, lang) => {
    const write = writerOf(data);
    // Differences and indices have no n of their own.
    const counted = data.readings.some(({ n }) => n !== null && n !== undefined);
    return {
      heads: [
        textHead(chartWords.name[lang]),
        numberHead(chartWords.value[lang]),
        numberHead(chartWords.interval[lang]),
        ...(counted ? [numberHead(chartWords.n[lang])] : []),
      ],
      rows: data.readings.map((reading) => [
        reading.label,
        valueCell(reading, write, lang),
        intervalCell(reading.interval, write, lang),
        ...(counted ? [countCell(reading.n, lang)] : []),
      ]),
    };
  },
};

function writerOf({ suffix = "", scale, differences }: IntervalsData): (value: number) => string {
  return (value) => {
    const text = scale ? writeScore(value, scale) : writeNumber(value);
    return `${differences ? withSign(value, text) : text}${suffix}`;
  };
}

function rowOf(reading: ChartReading, write: (value: number) => string, page: ChartPage) {
  const { label, value, interval, n } = reading;
  const below = n === null || n === undefined ? {} : { below: `n = ${countCell(n, page.lang)}` };
  if (value === null) return { label, ...below, right: chartWords.noValue[page.lang], marks: [] };
  return {
    label,
    ...below,
    right: interval && !isNarrow(page) ? `${write(value)}  ${brackets(interval, write)}` : write(value),
    marks: [
      ...(interval
        ? [{ kind: "whisker" as const, from: interval.lower, to: interval.upper, ink: "s1" as const }]
        : []),
      { kind: "point" as const, at: value, ink: "s1" as const, sign: "circle" as const },
    ],
  };
}
