import type { Drawn } from "../charts/chart-kind.js";
import { escapeText } from "../markup/html.js";
import { wrapText } from "./fit-text.js";
import { legendSvg } from "./legend-svg.js";
import { type Ink, ink, inkProperties, palettes } from "./palette.js";

/** Faces with Chinese characters on every common system; none is loaded from anywhere. */
export const fontFamily =
  "system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/** What stands around a drawing. */
export interface Frame {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  /** Lines under a picture that stands alone; in a page they stand in the caption. */
  readonly notes: readonly string[];
  /** A picture that stands alone shows its title and paper and knows its colours. */
  readonly alone: boolean;
  readonly theme: "auto" | "light" | "dark";
}

/** A whole SVG around a drawing: name and description for screen readers, title, legend, notes, colours. */
export function frameSvg({ body, height, legend = [] }: Drawn, frame: Frame): string {
  const { id, lang, title, description, width, notes, alone } = frame;
  const margin = alone ? 16 : 0;
  const inner = width - 2 * margin;
  const heading = alone
    ? lines(wrapText(title, inner, 16, 3), margin, margin + 14, 21, 'font-size="16" font-weight="600"', "ink")
    : none;
  const top = margin + (alone ? heading.height + 8 : 0);
  const signs = legendSvg(legend, inner);
  const drawingTop = top + signs.height;
  const foot = alone
    ? lines(
        notes.flatMap((note) => wrapText(note, inner, 11, 4)),
        margin,
        drawingTop + height + 18,
        16,
        'font-size="11"',
        "muted",
      )
    : none;
  const whole = Math.ceil(drawingTop + height + (foot.height > 0 ? foot.height + 8 : 0) + margin);
  const place = (content: string, y: number) =>
    content === "" ? "" : `<g transform="translate(${margin} ${y})">${content}</g>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img" lang="${lang}" aria-labelledby="${id}-title ${id}-desc" font-family="${fontFamily}" font-size="12">`,
    `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(description)}</desc>`,
    alone && frame.theme === "auto" ? `<style>${standingStyle}</style>` : "",
    alone ? `<rect width="${width}" height="${whole}" fill="${ink("paper")}"/>` : "",
    heading.body,
    place(signs.body, top),
    place(body, drawingTop),
    foot.body,
    "</svg>",
  ].join("");
  return frame.theme === "auto" ? svg : inColours(svg, frame.theme);
}

const standingStyle = `:root{${inkProperties("light")}}@media (prefers-color-scheme:dark){:root{${inkProperties("dark")}}}`;

/** Colours written out, for readers that know no custom properties. Only attributes are touched: quotes in texts are escaped. */
function inColours(svg: string, theme: "light" | "dark"): string {
  return svg.replace(/(fill|stroke)="var\(--cx-([a-z0-9-]+)\)"/g, (_, attribute: string, name: string) => {
    return `${attribute}="${palettes[theme][name as Ink]}"`;
  });
}

const none = { body: "", height: 0 };

function lines(
  texts: readonly string[],
  x: number,
  y: number,
  step: number,
  font: string,
  name: Ink,
): typeof none {
  const body = texts
    .map(
      (text, index) =>
        `<text x="${x}" y="${y + index * step}" ${font} fill="${ink(name)}">${escapeText(text)}</text>`,
    )
    .join("");
  return { body, height: texts.length * step };
}
