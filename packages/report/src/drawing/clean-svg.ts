import { plainText } from "../markup/plain-text.js";

/** Attributes that a drawing may carry, by element; everything else that ECharts writes is left out. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  g: ["transform", "clip-path"],
  path: [
    "d",
    "transform",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-opacity",
    "stroke-linejoin",
    "stroke-linecap",
  ],
  rect: [
    "x",
    "y",
    "width",
    "height",
    "rx",
    "ry",
    "transform",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
  ],
  circle: ["cx", "cy", "r", "transform", "fill", "stroke", "stroke-width"],
  polyline: ["points", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin"],
  polygon: [
    "points",
    "transform",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
  ],
  text: ["x", "y", "transform", "fill", "text-anchor", "dominant-baseline", "style"],
};

const token = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

/**
 * What ECharts drew, without what a static picture has no use for: scripts could not be in it, but class names that count up from
 * picture to picture are, style sheets, data marks and style attributes, which a strict content policy forbids. Every element and
 * attribute that stays is on a list.
 */
export function cleanSvg(svg: string): string {
  const body = svg
    .slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"))
    .replace(/<style\s*>.*?<\/style>/gs, "")
    .replace(/<defs\s*>.*?<\/defs>/gs, "");
  let out = "";
  for (const [, end, name = "", attributes = "", , text] of body.matchAll(token)) {
    if (text !== undefined) out += text.trim() === "" ? "" : plainText(text);
    else if (!Object.hasOwn(allowed, name)) throw new TypeError(`a drawing holds ${name}`);
    else out += end ? `</${name}>` : `<${name}${attributesOf(name, attributes)}>`;
  }
  return out.replaceAll(/<(path|rect|circle|polyline|polygon)([^>]*)><\/\1>/g, "<$1$2/>");
}

function attributesOf(element: string, written: string): string {
  let out = "";
  for (const [, name = "", value = ""] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (!allowed[element]?.includes(name) || value === "") continue;
    out += name === "style" ? fontOf(value) : name === "clip-path" ? "" : ` ${name}="${value}"`;
  }
  return out;
}

function fontOf(style: string): string {
  const size = /font-size:(\d+(?:\.\d+)?)px/.exec(style)?.[1];
  const weight = /font-weight:(\w+)/.exec(style)?.[1];
  return `${size ? ` font-size="${size}"` : ""}${weight ? ` font-weight="${weight}"` : ""}`;
}
