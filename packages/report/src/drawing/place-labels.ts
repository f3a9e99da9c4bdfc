import { textWidth } from "./text-width.js";

/** A rectangle. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label stands. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "right" | "center";
}

/**
 * A place beside each point where its label covers neither a point nor another label: right, left, above, below, in this order. A label
 * that finds none is left out; the table has it.
 */
export function placeLabels(
  points: readonly { readonly x: number; readonly y: number; readonly text: string }[],
  taken: readonly Box[],
  field: Box,
): readonly (PlacedLabel | null)[] {
  const boxes = [...taken, ...points.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))];
  return points.map(({ x, y, text }) => {
    const width = textWidth(text, 11);
    const places: readonly PlacedLabel[] = [
      { x: x + 9, y, align: "left" },
      { x: x - 9, y, align: "right" },
      { x, y: y - 13, align: "center" },
      { x, y: y + 13, align: "center" },
      { x: x + 7, y: y - 11, align: "left" },
      { x: x + 7, y: y + 11, align: "left" },
      { x: x - 7, y: y - 11, align: "right" },
      { x: x - 7, y: y + 11, align: "right" },
    ];
    for (const place of places) {
      const start =
        place.align === "left" ? place.x : place.align === "right" ? place.x - width : place.x - width / 2;
      const box = { x: start, y: place.y - 6, width, height: 12 };
      if (!inside(box, field) || boxes.some((other) => overlap(box, other))) continue;
      boxes.push(box);
      return place;
    }
    return null;
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(box: Box, field: Box): boolean {
  return (
    box.x >= field.x &&
    box.y >= field.y &&
    box.x + box.width <= field.x + field.width &&
    box.y + box.height <= field.y + field.height
  );
}
