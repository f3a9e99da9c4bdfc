import { finite } from "../numbers/finite.js";
import { type Ink, ink } from "./palette.js";
import { hatch, symbol } from "./shapes.js";

/** What can stand in a row, in values of the axis. */
export type Mark =
  | {
      readonly kind: "bar";
      readonly from: number;
      readonly to: number;
      readonly ink: Ink;
      readonly thin?: true;
    }
  | { readonly kind: "lost"; readonly from: number; readonly to: number; readonly ink: Ink }
  | { readonly kind: "whisker"; readonly from: number; readonly to: number; readonly ink: Ink }
  | { readonly kind: "point"; readonly at: number; readonly ink: Ink; readonly sign: PointSign }
  | {
      readonly kind: "text";
      readonly at: number;
      readonly text: string;
      readonly ink: Ink;
      readonly align: "left" | "right" | "center";
    }
  | { readonly kind: "link"; readonly at: number };

/** Shapes of points. */
export type PointSign = "circle" | "square" | "diamond" | "triangle";

/** A mark in its row; rules run through all rows, labels stand left of the axis. */
export type PlacedMark =
  | (Mark & { readonly row: number })
  | { readonly kind: "rule"; readonly at: number; readonly row: number }
  | { readonly kind: "label"; readonly texts: readonly string[]; readonly x: number; readonly row: number };

/** A shape of a drawing, as ECharts takes it. */
export type Shape = Readonly<Record<string, unknown>>;

interface DrawingApi {
  readonly coord: (at: readonly [number, number]) => readonly [number, number];
}

/** All marks as one series that draws them in order. */
export function marksSeries(marks: readonly PlacedMark[], rows: number, rowHeight: number): Shape {
  return {
    type: "custom",
    silent: true,
    clip: false,
    data: marks.map((mark, index) => [anchorOf(mark), mark.row, index]),
    encode: { x: 0, y: 1 },
    renderItem: ({ dataIndex }: { readonly dataIndex: number }, { coord }: DrawingApi) => {
      const mark = marks[dataIndex];
      if (!mark) return undefined;
      const at = (value: number) => Number((coord([value, mark.row])[0] ?? 0).toFixed(1));
      const y = Number((coord([anchorOf(mark), mark.row])[1] ?? 0).toFixed(1));
      return { type: "group", silent: true, children: shapesOf(mark, at, y, { rows, rowHeight }) };
    },
  };
}

function anchorOf(mark: PlacedMark): number {
  if ("from" in mark) return finite(mark.from);
  return "at" in mark ? finite(mark.at) : 0;
}

function shapesOf(
  mark: PlacedMark,
  at: (value: number) => number,
  y: number,
  { rows, rowHeight }: { readonly rows: number; readonly rowHeight: number },
): readonly Shape[] {
  switch (mark.kind) {
    case "bar": {
      const [a, b] = [at(mark.from), at(mark.to)];
      const tall = mark.thin ? 8 : Math.min(18, rowHeight - 8);
      return [box(Math.min(a, b), y - tall / 2, Math.max(Math.abs(b - a), 1), tall, { fill: ink(mark.ink) })];
    }
    case "lost": {
      const [a, b] = [at(mark.from), at(mark.to)];
      return hatch(Math.min(a, b), y - 9, Math.abs(b - a), 18, mark.ink);
    }
    case "whisker": {
      const [a, b] = [at(mark.from), at(mark.to)];
      const style = { stroke: ink(mark.ink), fill: "none", lineWidth: 2 };
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: "line",
        shape: { x1, y1, x2, y2 },
        style,
      });
      return [line(a, y, b, y), line(a, y - 5, a, y + 5), line(b, y - 5, b, y + 5)];
    }
    case "point":
      return [symbol(mark.sign, at(mark.at), y, 6, mark.ink)];
    case "text": {
      const shift = { left: 6, right: -6, center: 0 }[mark.align];
      return [text(mark.text, at(mark.at) + shift, y, mark.align, mark.ink)];
    }
    case "link":
      return [
        {
          type: "line",
          shape: { x1: at(mark.at), y1: y, x2: at(mark.at), y2: y + rowHeight },
          style: { stroke: ink("line"), lineWidth: 1, fill: "none" },
        },
      ];
    case "rule": {
      const top = y - rowHeight / 2;
      return [
        {
          type: "line",
          shape: { x1: at(mark.at), y1: top, x2: at(mark.at), y2: top + rows * rowHeight },
          style: { stroke: ink("muted"), lineWidth: 1, lineDash: [4, 3], fill: "none" },
        },
      ];
    }
    case "label": {
      const first = y - ((mark.texts.length - 1) * 15) / 2;
      return mark.texts.map((line, index) =>
        text(
          line,
          mark.x,
          first + index * 15,
          "left",
          index === 0 || !mark.texts[index]?.startsWith("n = ") ? "ink" : "muted",
        ),
      );
    }
  }
}

function text(content: string, x: number, y: number, align: string, name: Ink): Shape {
  return {
    type: "text",
    x,
    y,
    style: { text: content, fill: ink(name), fontSize: 12, align, verticalAlign: "middle" },
  };
}

function box(x: number, y: number, width: number, height: number, style: Shape): Shape {
  return { type: "rect", shape: { x, y, width, height }, style };
}
