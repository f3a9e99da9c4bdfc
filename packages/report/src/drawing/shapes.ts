import type { PointSign, Shape } from "./marks.js";
import { type Ink, ink } from "./palette.js";

/** A point, with a rim in the colour of the paper so that it stands out from what lies under it. */
export function symbol(sign: PointSign, x: number, y: number, size: number, name: Ink): Shape {
  const style = { fill: ink(name), stroke: ink("paper"), lineWidth: 1.5 };
  if (sign === "circle") return { type: "circle", shape: { cx: x, cy: y, r: size }, style };
  return { type: "polygon", shape: { points: corners(sign, x, y, size) }, style };
}

/** Corners of a sign that has some. */
export function corners(
  sign: PointSign,
  x: number,
  y: number,
  size: number,
): readonly (readonly [number, number])[] {
  if (sign === "square") {
    const half = size * 0.9;
    return [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ];
  }
  if (sign === "triangle")
    return [
      [x, y - size * 1.15],
      [x + size * 1.05, y + size * 0.8],
      [x - size * 1.05, y + size * 0.8],
    ];
  const wide = size * 1.25;
  return [
    [x, y - wide],
    [x + wide, y],
    [x, y + wide],
    [x - wide, y],
  ];
}

/** A hatched area: what is no longer there. */
export function hatch(x: number, y: number, width: number, height: number, name: Ink): readonly Shape[] {
  const style = { stroke: ink(name), lineWidth: 1, fill: "none" };
  const frame = {
    type: "rect",
    shape: { x, y, width: Math.max(width, 1), height },
    style: { ...style, lineDash: [3, 2] },
  };
  const lines: Shape[] = [];
  for (let start = x - height + 6; start < x + width; start += 6) {
    const x1 = Math.max(start, x);
    const x2 = Math.min(start + height, x + width);
    if (x2 <= x1) continue;
    const shape = { x1, y1: y + height - (x1 - start), x2, y2: y + height - (x2 - start) };
    lines.push({ type: "line", shape, style: { ...style, opacity: 0.6 } });
  }
  return [...lines, frame];
}
