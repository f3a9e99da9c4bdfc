import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChartData, type ChartKind, chartKinds } from "./charts/registry.js";
import { renderChart, tabulateChart } from "./render-chart.js";

const interval = (lower: number, upper: number) => ({ lower, upper, level: 0.9 });
const scale = { lower: 0, upper: 100 };

/** One of each kind, every one with a label that would like to be markup. */
const hostile = `<script>alert("1")</script>'&{b}`;
const data: ChartData = {
  intervals: {
    scale,
    readings: [
      { label: hostile, value: 69.5, n: 420, interval: interval(66.25, 73.25) },
      { label: "网上银行", value: null, reason: "too few" },
    ],
  },
  nps: {
    readings: [
      {
        label: hostile,
        value: 38.06,
        n: 402,
        interval: interval(30.8, 44.8),
        shares: { detractors: 0.139, passives: 0.341, promoters: 0.52 },
      },
      { label: "R", value: -12, n: 27 },
    ],
  },
  trend: {
    suffix: "%",
    points: [
      { label: hostile, value: 8, n: 400, centre: 8.6, lower: 4.3, upper: 12.9, signals: [] },
      { label: "2", value: null, reason: "no data", centre: 8.6, lower: 4.3, upper: 12.9, signals: [] },
      { label: "3", value: 14.5, n: 380, centre: 8.6, lower: 4.3, upper: 12.9, signals: ["nelson-1"] },
    ],
  },
  funnel: {
    groups: [
      {
        label: hostile,
        steps: [
          { label: "start", count: 380, medianMs: null },
          { label: "done", count: 285, medianMs: 93_000, interval: interval(0.7, 0.79) },
        ],
      },
    ],
  },
  tree: {
    scale,
    nodes: [
      { label: hostile, depth: 0, value: 69.5, weight: null, contribution: null, interval: interval(66, 73) },
      { label: "A", depth: 1, value: 58, weight: 0.25, contribution: 14.5 },
      { label: "B", depth: 1, value: null, reason: "not applicable", weight: 0.75, contribution: null },
    ],
  },
  radar: {
    scale,
    axes: ["A", "B", hostile],
    series: [
      { label: "App", values: [70, 60, 55] },
      { label: "Web", values: [70, null, 55] },
    ],
  },
  "heat-map": {
    scale,
    rows: [hostile, "Web"],
    columns: ["J1", "J2"],
    values: [
      [49.6, 81.7],
      [45.3, null],
    ],
  },
  matrix: {
    points: [
      { label: hostile, code: "A1", importance: 0.08, performance: 61, n: 12 },
      { label: "B", importance: 0.02, performance: 42 },
    ],
  },
  waterfall: {
    scale,
    from: { label: hostile, value: 67.6 },
    to: { label: "App", value: 69.5 },
    parts: [
      { label: "A", change: 2.5 },
      { label: "B", change: -0.6 },
    ],
    interval: interval(-2, 6),
  },
  "rank-intervals": {
    readings: [
      { label: hostile, value: 2, interval: interval(1, 3) },
      { label: "B", value: 1, interval: interval(1, 2) },
    ],
  },
};

describe.each(chartKinds)("%s", (kind) => {
  const draw = (lang: "en" | "zh", width = 760, theme: "auto" | "light" | "dark" = "auto") =>
    renderChart(kind, data[kind] as never, { lang, width, theme, title: hostile, notes: [hostile] });

  test("draws the same bytes again, in any order", () => {
    const first = draw("en");
    draw("zh", 320);
    expect(draw("en")).toBe(first);
  });

  test.each(["en", "zh"] as const)("is well-formed, named and described (%s)", (lang) => {
    for (const width of [300, 760]) {
      const svg = draw(lang, width);
      expect(unclosed(svg)).toEqual([]);
      expect(svg).toMatch(/^<svg [^>]*role="img"[^>]* aria-labelledby="chart-title chart-desc"/);
      expect(svg).toContain('<title id="chart-title">');
      expect(/<desc id="chart-desc">([^<]{20,})<\/desc>/.test(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/);
    }
  });

  test("keeps a hostile label a text", () => {
    const svg = draw("en");
    expect(svg).not.toMatch(/<script|onload|javascript:|<foreignObject|<image|href/i);
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).not.toContain(" class=");
    expect(svg).not.toContain(" style=");
  });

  test("has its colours written out for programs without style sheets", () => {
    for (const theme of ["light", "dark"] as const) {
      expect(draw("en", 760, theme)).not.toMatch(/var\(|undefined/);
      expect(draw("en", 760, theme)).not.toContain("<style");
    }
    expect(draw("en")).toContain("prefers-color-scheme");
  });

  test("has its numbers as a table, no cell blank", () => {
    for (const lang of ["en", "zh"] as const) {
      const { heads, rows } = tabulateChart(kind, data[kind] as never, lang);
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) {
        expect(row.length).toBe(heads.length);
        for (const cell of row) expect(cell.trim()).not.toBe("");
      }
    }
  });

  test("refuses what it does not know", () => {
    for (const wrong of [undefined, null, [], {}, "x", 3, { readings: [{}] }, { ...data[kind], more: 1 }])
      expect(() => renderChart(kind, wrong as never, { lang: "en" })).toThrow(
        expect.objectContaining({ name: "CxMetricsError" }),
      );
  });
});

describe("what a chart tells", () => {
  const rows = (kind: ChartKind) => tabulateChart(kind, data[kind] as never, "en").rows;

  test("values, intervals with their level, n; and why there is none", () => {
    expect(rows("intervals")[0]?.slice(1)).toEqual(["69.5", "[66.3, 73.3] 90%", "420"]);
    expect(rows("intervals")[1]?.slice(1)).toEqual(["too few", "none", "not told"]);
    expect(rows("trend")[1]?.slice(1, 3)).toEqual(["no data", "none"]);
    expect(rows("trend")[2]?.at(-1)).toBe("nelson-1");
  });

  test("a funnel's losses and times", () => {
    expect(rows("funnel")[1]).toEqual([
      hostile,
      "done",
      "285",
      "75.0%",
      "[70.0%, 79.0%] 90%",
      "75.0%",
      "95 (25.0%)",
      "1.55 min",
      "380",
    ]);
  });

  test("quadrants after Martilla and James: important and poor comes first", () => {
    expect(rows("matrix").map((row) => row.at(-1))).toEqual(["Keep up", "Low priority"]);
    const points = [
      { label: "a", importance: 9, performance: 1 },
      { label: "b", importance: 9, performance: 9 },
      { label: "c", importance: 1, performance: 1 },
      { label: "d", importance: 1, performance: 9 },
    ];
    expect(tabulateChart("matrix", { points }, "zh").rows.map((row) => row.at(-1))).toEqual([
      "优先改进",
      "继续保持",
      "次要",
      "投入有余",
    ]);
  });

  test("a unit with a gap has no polygon, and says so", () => {
    const svg = renderChart("radar", data.radar, { lang: "en" });
    expect(svg).toContain("Web (not drawn: a value is missing)");
  });

  test("parts that do not sum to the change are refused", () => {
    const parts = [{ label: "A", change: 2.5 }];
    expect(() => renderChart("waterfall", { ...data.waterfall, parts }, { lang: "en" })).toThrow(
      expect.objectContaining({ code: "chart.parts-do-not-sum" }),
    );
  });

  test("a value that is missing must say why", () => {
    const readings = [{ label: "A", value: null }];
    expect(() => renderChart("intervals", { readings }, { lang: "en" })).toThrow(
      expect.objectContaining({ code: "chart.value-without-reason" }),
    );
  });

  test("bounds the wrong way round, and numbers that overflow", () => {
    const readings = [{ label: "A", value: 1, interval: interval(2, 1) }];
    expect(() => renderChart("intervals", { readings }, { lang: "en" })).toThrow(
      expect.objectContaining({ code: "chart.lower-above-upper" }),
    );
    const huge = [1.7e308, -1.7e308].map((value) => ({ label: "A", value }));
    expect(() => renderChart("intervals", { readings: huge }, { lang: "en" })).toThrow(
      expect.objectContaining({ name: "CxMetricsError" }),
    );
  });
});

test("no text and no number breaks a chart", () => {
  const label = fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.trim() !== "");
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  const reading = fc.record({ label, value, n: fc.nat() });
  fc.assert(
    fc.property(
      fc.array(reading, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 280, max: 900 }),
      (readings, width) => {
        const svg = renderChart("intervals", { readings }, { lang: "en", width });
        expect(unclosed(svg)).toEqual([]);
        expect(svg).not.toMatch(/NaN|Infinity/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202e]/);
      },
    ),
    { numRuns: 40 },
  );
});

test("a label's invisible marks cannot turn the text around", () => {
  const readings = [{ label: "abc\u202egnp.exe", value: 5.5 }];
  const svg = renderChart("intervals", { readings }, { lang: "en" });
  expect(svg).toContain("abc\ufffdgnp.exe");
});

/** Elements that are not closed in order: a second reader of the markup. */
function unclosed(svg: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, __, alone) => {
      if (end && open.pop() !== name) faults.push(name);
      else if (!end && !alone) open.push(name);
      return "";
    },
  );
  if (/[<>]/.test(rest)) faults.push(rest.slice(Math.max(0, rest.search(/[<>]/) - 20)).slice(0, 60));
  return [...faults, ...open];
}
