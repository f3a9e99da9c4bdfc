import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { styleDigest } from "../page/style-digest.js";
import { styleSheet } from "../page/style-sheet.js";
import { type Ink, palettes } from "./palette.js";

/** Linear light of a colour in sRGB (IEC 61966-2-1). */
function linear(hex: string): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const lit = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [lit(r), lit(g), lit(b)];
}

/** Contrast ratio by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Full dichromacy: Machado, Oliveira and Fernandes, IEEE TVCG 15 (2009), severity 1.0. */
const dichromacies: Readonly<Record<string, readonly (readonly number[])[]>> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB under D65. */
function lab(rgb: readonly number[]): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => Math.min(1, Math.max(0, value)));
  const f = (value: number) =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116;
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: string, b: string, seen: readonly (readonly number[])[]): number {
  const look = (hex: string) => {
    const light = linear(hex);
    return lab(seen.map((row) => row.reduce((sum, weight, index) => sum + weight * (light[index] ?? 0), 0)));
  };
  const [p, q] = [look(a), look(b)];
  return Math.hypot(...p.map((value, index) => value - (q[index] ?? 0)));
}

test("the measure of contrast agrees with the published one: #767676 on white is 4.54 to 1 (WCAG technique G18)", () => {
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
});

describe.each(["light", "dark"] as const)("%s", (theme) => {
  const inks = palettes[theme];
  const texts: readonly (readonly [Ink, Ink])[] = [
    ...(["ink", "muted", "accent"] as const).flatMap((text) =>
      (["paper", "panel"] as const).map((paper) => [text, paper] as const),
    ),
    ["ink", "warn-paper"],
    ["accent", "warn-paper"],
    ["warn", "warn-paper"],
    ...([1, 2, 3, 4, 5] as const).map((step) => [`h${step}-ink`, `h${step}`] as const),
  ];

  test.each(texts)("%s is read on %s (WCAG AA, 4.5 to 1)", (text, paper) => {
    expect(contrast(inks[text], inks[paper])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["s1", "s2", "s3", "s4", "s5", "s6", "line", "muted"] as const)(
    "%s stands out from the paper (3 to 1)",
    (name) => {
      expect(contrast(inks[name], inks.paper)).toBeGreaterThanOrEqual(3);
    },
  );

  test("whiskers stand out from the bars they lie on", () => {
    expect(contrast(inks.ink, inks.soft)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(dichromacies))("series can be told apart: %s", (_, seen) => {
    const series = (["s1", "s2", "s3", "s4", "s5", "s6"] as const).map((name) => inks[name]);
    for (const [index, a] of series.entries())
      for (const b of series.slice(index + 1)) expect(distance(a, b, seen), `${a} ${b}`).toBeGreaterThan(10);
  });

  test.each(Object.entries(dichromacies))("steps go one way: %s", (_, seen) => {
    const lights = ([1, 2, 3, 4, 5] as const).map((step) => distance(inks[`h${step}`], inks.paper, seen));
    for (const [index, light] of lights.entries())
      if (index > 0) expect(light).toBeGreaterThan((lights[index - 1] ?? 0) + 5);
  });
});

test("the content policy lets in this style sheet and no other", () => {
  expect(styleDigest).toBe(`sha256-${createHash("sha256").update(styleSheet).digest("base64")}`);
});
