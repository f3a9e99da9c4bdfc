import { expectList, expectNumber, expectRecord } from "@cxmetrics/definition";
import type { Mark } from "../drawing/marks.js";
import { drawRows } from "../drawing/row-chart.js";
import { writeNumber, writeShare } from "../numbers/write-number.js";
import { type ChartKindEntry, type ChartPage, isNarrow } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { levelNote } from "./level-note.js";
import { type ChartReading, expectReading, readingKeys } from "./reading.js";
import { brackets, countCell, intervalCell, valueCell } from "./write-cells.js";

/** Net Promoter Scores, one a row. */
export interface NpsData {
  readonly readings: readonly NpsReading[];
}

/** A Net Promoter Score in points, with the shares behind it where they are known. */
export interface NpsReading extends ChartReading {
  /** Shares of 0…1. */
  readonly shares?: { readonly detractors: number; readonly passives: number; readonly promoters: number };
}

/** Promoters to the right of zero, detractors to its left, the score with its interval on the same axis. */
export const nps: ChartKindEntry<NpsData> = {
  title: { en: "Net Promoter Score", zh: "净推荐值" },
  expect: (value, path) => {
    const { readings } = expectRecord(value, path, ["readings"]);
    return {
      readings: expectList(
        readings,
        [...path, "readings"],
        (item, at) => {
          const record = expectRecord(item, at, ["label", "value"], [...readingKeys, "shares"]);
          const shares = record["shares"];
          return {
            ...expectReading(record, at),
            ...(shares === undefined || shares === null
              ? {}
              : { shares: expectShares(shares, [...at, "shares"]) }),
          };
        },
        1,
      ),
    };
  },
  draw: ({ readings }, page) => {
    const { lang } = page;
    const drawn = drawRows(
      {
        rows: readings.map((reading) => rowOf(reading, page)),
        extent: extentOf(readings),
        // With the shares the whole scale is needed; without them, the part of it that is used.
        ...(readings.some(({ shares }) => shares)
          ? { ticks: { lower: -100, upper: 100, step: isNarrow(page) ? 100 : 50 } }
          : {}),
        writeTick: (value) => String(value).replace("-", "−"),
        lines: [0],
      },
      page,
    );
    const note = levelNote(readings, lang);
    return {
      ...drawn,
      legend: [
        ...(readings.some(({ shares }) => shares)
          ? [
              { sign: "hatch" as const, ink: "s2" as const, text: chartWords.detractors[lang] },
              { sign: "bar" as const, ink: "soft" as const, text: chartWords.promoters[lang] },
            ]
          : []),
        { sign: "diamond", ink: "ink", text: note ?? chartWords.netPromoter[lang] },
      ],
    };
  },
  tabulate: ({ readings }, lang) => {
    const parts = ["detractors", "passives", "promoters"] as const;
    const told = readings.some(({ shares }) => shares) ? parts : [];
    return {
      heads: [
        textHead(chartWords.name[lang]),
        numberHead(chartWords.netPromoter[lang]),
        numberHead(chartWords.interval[lang]),
        ...told.map((part) => numberHead(chartWords[part][lang])),
        numberHead(chartWords.n[lang]),
      ],
      rows: readings.map((reading) => [
        reading.label,
        valueCell(reading, writeNumber, lang),
        intervalCell(reading.interval, writeNumber, lang),
        ...told.map((part) => (reading.shares ? writeShare(reading.shares[part]) : chartWords.notTold[lang])),
        countCell(reading.n, lang),
      ]),
    };
  },
};

function extentOf(readings: readonly NpsReading[]): readonly number[] {
  return [
    0,
    ...readings.flatMap(({ value, interval }) => [
      ...(value === null ? [] : [value]),
      ...(interval ? [interval.lower, interval.upper] : []),
    ]),
  ];
}

function expectShares(value: unknown, path: readonly (string | number)[]): NonNullable<NpsReading["shares"]> {
  const record = expectRecord(value, path, ["detractors", "passives", "promoters"]);
  const share = (name: string) => expectNumber(record[name], [...path, name], { least: 0, most: 1 });
  return { detractors: share("detractors"), passives: share("passives"), promoters: share("promoters") };
}

function rowOf(reading: NpsReading, page: ChartPage) {
  const { label, value, shares, interval, n } = reading;
  const below = n === null || n === undefined ? {} : { below: `n = ${countCell(n, page.lang)}` };
  if (value === null) return { label, ...below, right: chartWords.noValue[page.lang], marks: [] };
  const marks: Mark[] = [];
  if (shares) {
    const [left, right] = [-100 * shares.detractors, 100 * shares.promoters];
    marks.push(
      { kind: "lost", from: left, to: 0, ink: "s2" },
      { kind: "bar", from: 0, to: right, ink: "soft" },
    );
    if (!isNarrow(page))
      marks.push(
        { kind: "text", at: left, text: writeShare(shares.detractors), ink: "muted", align: "right" },
        { kind: "text", at: right, text: writeShare(shares.promoters), ink: "muted", align: "left" },
      );
  }
  if (interval) marks.push({ kind: "whisker", from: interval.lower, to: interval.upper, ink: "ink" });
  marks.push({ kind: "point", at: value, ink: "ink", sign: "diamond" });
  const right =
    interval && !isNarrow(page)
      ? `${writeNumber(value)}  ${brackets(interval, writeNumber)}`
      : writeNumber(value);
  return { label, ...below, right, marks };
}
