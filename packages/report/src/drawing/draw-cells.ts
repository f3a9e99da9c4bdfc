import { type ChartPage, isNarrow } from "../charts/chart-kind.js";
import type { HeatStep } from "../charts/heat-classes.js";
import { drawSvg } from "./draw-svg.js";
import { wrapText } from "./fit-text.js";
import { ink } from "./palette.js";
import { textWidth } from "./text-width.js";

/** A table of shaded cells. */
export interface CellChart {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly ({ readonly text: string; readonly step: HeatStep } | null)[])[];
  /** What stands in a cell without a value. */
  readonly missing: string;
}

/** Draws shaded cells under their heads. A cell without a value has a dashed frame and no shade. */
export function drawCells(
  { rows, columns, cells, missing }: CellChart,
  page: ChartPage,
): { readonly body: string; readonly height: number } {
  const size = isNarrow(page) ? 11 : 12;
  const left = Math.min(Math.max(48, ...rows.map((row) => textWidth(row, size) + 12)), page.width * 0.3);
  const wide = (page.width - left) / columns.length;
  const heads = columns.map((column) => wrapText(column, wide - 6, size, 4));
  const names = rows.map((row) => wrapText(row, left - 10, size, 2));
  const top = Math.max(...heads.map(({ length }) => length)) * 14 + 8;
  const tall = Math.max(30, ...names.map(({ length }) => length * 14 + 8));
  const height = top + rows.length * tall + 2;
  const text = (content: string, x: number, y: number, align: string, fill: string, weight = "normal") => ({
    type: "text",
    x,
    y,
    style: {
      text: content,
      fill,
      fontSize: size,
      align,
      verticalAlign: "middle",
      ...(weight === "normal" ? {} : { fontWeight: weight }),
    },
  });
  const children = [
    ...heads.flatMap((told, column) =>
      told.map((line, index) =>
        text(
          line,
          left + (column + 0.5) * wide,
          top - 10 - (told.length - 1 - index) * 14,
          "center",
          ink("muted"),
        ),
      ),
    ),
    ...names.flatMap((told, row) =>
      told.map((line, index) =>
        text(line, 0, top + (row + 0.5) * tall + (index - (told.length - 1) / 2) * 14, "left", ink("ink")),
      ),
    ),
    ...cells.flatMap((line, row) =>
      line.flatMap((cell, column) => {
        const shape = {
          x: left + column * wide + 1,
          y: top + row * tall + 1,
          width: wide - 2,
          height: tall - 2,
        };
        const [x, y] = [shape.x + shape.width / 2, shape.y + shape.height / 2];
        return cell
          ? [
              { type: "rect", shape, style: { fill: ink(`h${cell.step}`) } },
              text(cell.text, x, y, "center", ink(`h${cell.step}-ink`)),
            ]
          : [
              { type: "rect", shape, style: { fill: "none", stroke: ink("line"), lineDash: [3, 2] } },
              text(missing, x, y, "center", ink("muted")),
            ];
      }),
    ),
  ];
  const series = {
    type: "custom",
    coordinateSystem: "none",
    silent: true,
    data: [0],
    renderItem: () => ({ type: "group", silent: true, children }),
  };
  return { body: drawSvg({ series: [series] }, { width: page.width, height }), height };
}
