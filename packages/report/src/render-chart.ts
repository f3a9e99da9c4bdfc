import { CxMetricsError, expectOneOf, type Language } from "@cxmetrics/definition";
import type { ChartOptions } from "./chart-options.js";
import { expectChartOptions } from "./chart-options.js";
import type { ChartTable } from "./charts/chart-table.js";
import { describeTable } from "./charts/describe-table.js";
import { type ChartData, type ChartKind, chartKinds, charts } from "./charts/registry.js";
import { frameSvg } from "./drawing/frame-svg.js";
import { badChartOption } from "./problems.js";

/**
 * Draws a chart as an SVG that stands alone: title, legend, notes, and for screen readers a name and the numbers as a description. No script, no
 * request, no font; the same data always give the same bytes. Colours are told apart by shape, hatching or place as well.
 *
 * | kind | shows |
 * |---|---|
 * | `intervals` | values with intervals |
 * | `nps` | Net Promoter Scores with promoters, detractors and interval |
 * | `trend` | a value over time with control limits and signals |
 * | `funnel` | steps with drop-off and time |
 * | `tree` | an index: scores, weights, contributions |
 * | `radar` | units over dimensions |
 * | `heat-map` | scores by row and column |
 * | `matrix` | importance against performance |
 * | `waterfall` | a change and its parts |
 * | `rank-intervals` | ranks with intervals |
 *
 * A value that does not exist is `null` with a reason and is drawn as such, never as zero. Labels are texts whatever they hold.
 *
 * @param kind one of `chartKinds`
 * @param data what that kind shows, see `ChartData`
 * @param options language, title, notes, width, theme
 * @returns an `<svg>` element
 * @throws `CxMetricsError` `chart.*` and `document.*` for data or options that are not as documented
 * @example
 * ```ts
 * const interval = { lower: 30.8, upper: 44.8, level: 0.95 };
 * const data = { readings: [{ label: "App <new>", value: 38.1, n: 402, interval }] };
 * const svg = renderChart("nps", data, { lang: "en", title: "NPS of the app" });
 * svg.includes("App &lt;new&gt;"); // => true
 * /<desc[^>]*>([^<]*)</.exec(svg)?.[1]; // => "App &lt;new&gt;: NPS 38.1; Interval [30.8, 44.8] 95%; n 402."
 * ```
 */
export function renderChart<K extends ChartKind>(kind: K, data: ChartData[K], options: ChartOptions): string {
  const entry = charts[expectOneOf(kind, ["kind"], chartKinds) as K];
  const { lang, width, theme, id, notes, ...named } = expectChartOptions(options);
  const { title = entry.title[lang] } = named;
  const known = entry.expect(data, ["data"]);
  try {
    const drawn = entry.draw(known, { lang, width: width - 32 });
    const description = describeTable(entry.tabulate(known, lang), lang);
    return frameSvg(drawn, { id, lang, title, description, width, notes, theme, alone: true });
  } catch (thrown) {
    throw drawingFailed(thrown, kind);
  }
}

/**
 * The numbers of a chart as a table, to stand beside it: every row with what is known of n and interval; a value that does not exist says why.
 *
 * @param kind one of `chartKinds`
 * @param data what that kind shows
 * @param lang `en` or `zh`
 * @returns heads with their alignment, and rows of texts
 * @throws `CxMetricsError` `chart.*` and `document.*`
 * @example
 * ```ts
 * const data = { readings: [{ label: "App", value: 69.55, n: 420 }, { label: "Web", value: null, reason: "too few" }] };
 * const { rows } = tabulateChart("intervals", data, "en");
 * rows; // => [["App", "69.5", "none", "420"], ["Web", "too few", "none", "not told"]]
 * ```
 */
export function tabulateChart<K extends ChartKind>(kind: K, data: ChartData[K], lang: Language): ChartTable {
  const entry = charts[expectOneOf(kind, ["kind"], chartKinds) as K];
  expectOneOf(lang, ["lang"], ["en", "zh"]);
  try {
    return entry.tabulate(entry.expect(data, ["data"]), lang);
  } catch (thrown) {
    throw drawingFailed(thrown, kind);
  }
}

/** Numbers so large that a drawing of them overflows are the caller's. */
function drawingFailed(thrown: unknown, kind: string): unknown {
  if (!(thrown instanceof TypeError)) return thrown;
  return new CxMetricsError(badChartOption, {
    path: ["data"],
    values: {
      option: "data",
      expected: { en: `numbers that a ${kind} chart can show`, zh: `${kind} 图能够显示的数值` },
      found: { en: "numbers that overflow", zh: "超出范围的数值" },
    },
  });
}
