import type { LegendEntry, Sign } from "../charts/chart-kind.js";
import { escapeText } from "../markup/html.js";
import { fitText } from "./fit-text.js";
import { ink } from "./palette.js";
import { corners } from "./shapes.js";
import { textWidth } from "./text-width.js";

const row = 22;

/** The meaning of colours and shapes, from left to right and then down. */
export function legendSvg(
  legend: readonly LegendEntry[],
  width: number,
): { readonly body: string; readonly height: number } {
  if (legend.length === 0) return { body: "", height: 0 };
  let x = 0;
  let y = 0;
  let body = "";
  for (const { sign, ink: name, text } of legend) {
    const told = fitText(text, width - 26, 12);
    const long = 24 + textWidth(told, 12) + 18;
    if (x > 0 && x + long - 18 > width) {
      x = 0;
      y += row;
    }
    body += `<g transform="translate(${Number(x.toFixed(1))} ${y})">${signSvg(sign, ink(name))}<text x="24" y="13" fill="${ink("ink")}">${escapeText(told)}</text></g>`;
    x += long;
  }
  return { body, height: y + row + 6 };
}

function signSvg(sign: Sign, colour: string): string {
  switch (sign) {
    case "circle":
      return `<circle cx="9" cy="9" r="6" fill="${colour}"/>`;
    case "bar":
      return `<rect x="1" y="3" width="16" height="12" fill="${colour}" stroke="${ink("line")}"/>`;
    case "outline":
      return `<rect x="1.5" y="3.5" width="15" height="11" fill="none" stroke="${colour}" stroke-dasharray="3 2"/>`;
    case "hatch":
      return `<rect x="1.5" y="3.5" width="15" height="11" fill="none" stroke="${colour}" stroke-dasharray="3 2"/><path d="M2 14L12 4M8 14L17 5" stroke="${colour}"/>`;
    case "line":
      return `<path d="M0 9H18" stroke="${colour}" stroke-width="2"/>`;
    case "dashes":
      return `<path d="M0 9H18" stroke="${colour}" stroke-width="2" stroke-dasharray="4 3"/>`;
    default: {
      const points = corners(sign, 9, 9, 6).map((corner) =>
        corner.map((value) => Number(value.toFixed(1))).join(","),
      );
      return `<polygon points="${points.join(" ")}" fill="${colour}"/>`;
    }
  }
}
