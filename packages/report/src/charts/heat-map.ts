import { CxMetricsError, expectList, expectRecord, expectText } from "@cxmetrics/definition";
import { drawCells } from "../drawing/draw-cells.js";
import { type Scale, writeScore } from "../numbers/write-number.js";
import { wrongLength } from "../problems.js";
import type { ChartKindEntry } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { expectScale } from "./expect-scale.js";
import { heatClasses } from "./heat-classes.js";
import { numberOrNull } from "./reading.js";

/** A table of scores: channels by journeys, units by dimensions. */
export interface HeatMapData {
  /** Names of the rows, under `rowHead`. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then column; `null` where there is no value. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly scale: Scale;
  readonly rowHead?: string;
}

/** Cells shaded from low to high in five equal steps of the values that occur, each with its number. */
export const heatMap: ChartKindEntry<HeatMapData> = {
  title: { en: "Scores by row and column", zh: "分行列得分" },
  expect: (value, path) => {
    const record = expectRecord(value, path, ["rows", "columns", "values", "scale"], ["rowHead"]);
    const names = (key: string) =>
      expectList(record[key], [...path, key], (item, at) => expectText(item, at), 1);
    const [rows, columns] = [names("rows"), names("columns")];
    const values = expectList(record["values"], [...path, "values"], (row, at) => {
      const cells = expectList(row, at, numberOrNull);
      refuseOtherLength("values", cells.length, columns.length, at);
      return cells;
    });
    refuseOtherLength("values", values.length, rows.length, [...path, "values"]);
    const { rowHead } = record;
    return {
      rows,
      columns,
      values,
      scale: expectScale(record["scale"], [...path, "scale"]),
      ...(rowHead === undefined ? {} : { rowHead: expectText(rowHead, [...path, "rowHead"]) }),
    };
  },
  draw: ({ rows, columns, values, scale }, page) => {
    const { lang } = page;
    const write = (value: number) => writeScore(value, scale);
    const classes = heatClasses(values.flat().filter((value) => value !== null));
    const drawn = drawCells(
      {
        rows,
        columns,
        cells: values.map((row) =>
          row.map((value) => (value === null ? null : { text: write(value), step: classes.stepOf(value) })),
        ),
        missing: "–",
      },
      page,
    );
    return {
      ...drawn,
      legend: [
        ...classes.bounds.map(({ step, lower, upper }) => ({
          sign: "bar" as const,
          ink: `h${step}` as const,
          text: `${write(lower)} – ${write(upper)}`,
        })),
        ...(values.flat().includes(null)
          ? [{ sign: "outline" as const, ink: "line" as const, text: chartWords.missing[lang] }]
          : []),
      ],
    };
  },
  tabulate: ({ rows, columns, values, scale, rowHead }, lang) => ({
    heads: [textHead(rowHead ?? chartWords.name[lang]), ...columns.map(numberHead)],
    rows: rows.map((row, index) => [
      row,
      ...(values[index] ?? []).map((value) =>
        value === null ? chartWords.noValue[lang] : writeScore(value, scale),
      ),
    ]),
  }),
};

function refuseOtherLength(
  what: string,
  found: number,
  expected: number,
  path: readonly (string | number)[],
): void {
  if (found !== expected) throw new CxMetricsError(wrongLength, { path, values: { what, expected, found } });
}
