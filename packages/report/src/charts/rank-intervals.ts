import { expectList, expectNumber, expectRecord } from "@cxmetrics/definition";
import { drawRows } from "../drawing/row-chart.js";
import type { ChartKindEntry } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { levelNote } from "./level-note.js";
import { type ChartReading, expectReading, readingKeys } from "./reading.js";
import { intervalCell, valueCell } from "./write-cells.js";

/** Ranks with their intervals; 1 is the best. */
export interface RankIntervalsData {
  readonly readings: readonly ChartReading[];
}

/** Where each unit stands, and where it could stand. */
export const rankIntervals: ChartKindEntry<RankIntervalsData> = {
  title: { en: "Ranks and where they could lie", zh: "名次及其可能范围" },
  expect: (value, path) => {
    const { readings } = expectRecord(value, path, ["readings"]);
    return {
      readings: expectList(
        readings,
        [...path, "readings"],
        (item, at) => {
          const record = expectRecord(item, at, ["label", "value"], readingKeys);
          if (record["value"] !== null) expectNumber(record["value"], [...at, "value"], { least: 1 });
          return expectReading(record, at);
        },
        1,
      ),
    };
  },
  draw: ({ readings }, page) => {
    const most = Math.max(
      2,
      readings.length,
      ...readings.flatMap(({ value, interval }) => [value ?? 1, interval?.upper ?? 1]),
    );
    const step = Math.max(1, Math.ceil(most / (page.width < 480 ? 5 : 12)));
    const sorted = [...readings].sort((a, b) => (a.value ?? most + 1) - (b.value ?? most + 1));
    const drawn = drawRows(
      {
        rows: sorted.map(({ label, value, interval }) => ({
          label,
          right:
            value === null
              ? chartWords.noValue[page.lang]
              : `${value}${interval ? `  [${interval.lower}, ${interval.upper}]` : ""}`,
          marks:
            value === null
              ? []
              : [
                  ...(interval
                    ? [
                        {
                          kind: "whisker" as const,
                          from: interval.lower,
                          to: interval.upper,
                          ink: "s1" as const,
                        },
                      ]
                    : []),
                  { kind: "point" as const, at: value, ink: "s1" as const, sign: "circle" as const },
                ],
        })),
        extent: [0, most],
        ticks: { lower: 0, upper: most + 1, step },
        writeTick: (value) => (value === 0 || value > most ? "" : String(value)),
      },
      page,
    );
    const note = levelNote(readings, page.lang);
    return {
      ...drawn,
      legend: note
        ? [
            {
              sign: "circle",
              ink: "s1",
              text: note.replace(chartWords.value[page.lang], chartWords.rank[page.lang]),
            },
          ]
        : [],
    };
  },
  tabulate: ({ readings }, lang) => ({
    heads: [
      textHead(chartWords.name[lang]),
      numberHead(chartWords.rank[lang]),
      numberHead(chartWords.interval[lang]),
    ],
    rows: readings.map((reading) => [
      reading.label,
      valueCell(reading, String, lang),
      intervalCell(reading.interval, String, lang),
    ]),
  }),
};
