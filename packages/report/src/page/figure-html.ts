import { describeTable } from "../charts/describe-table.js";
import { type ChartData, type ChartKind, charts } from "../charts/registry.js";
import { frameSvg } from "../drawing/frame-svg.js";
import { type Child, type Html, html, markup } from "../markup/html.js";
import { citation, data, type ReportPage } from "./report-page.js";
import { type PageTable, tableHtml } from "./table-html.js";

/** A figure of a report. */
export interface PageFigure<K extends ChartKind> {
  readonly kind: K;
  readonly data: ChartData[K];
  readonly title: string;
  /** What rules made the numbers, where they are not those of the index. */
  readonly definition?: { readonly id: string; readonly version: string; readonly digest: string };
  readonly note?: Child;
  /** A table that tells more than that of the chart. */
  readonly table?: Omit<PageTable, "id" | "caption">;
}

/** Rows up to which the numbers are shown without asking. */
const shown = 8;

/**
 * A figure with its numbers: the picture twice, for wide and for narrow screens, of which the style sheet shows one; under it the table, folded where it
 * is long, and what made the numbers.
 */
export function figureHtml<K extends ChartKind>(page: ReportPage, figure: PageFigure<K>): Html {
  const { lang, say, result } = page;
  const number = page.nextFigure();
  const { kind, title, note, definition = result.definition } = figure;
  const entry = charts[kind];
  const known = entry.expect(figure.data, ["data"]);
  const told = entry.tabulate(known, lang);
  const description = describeTable(told, lang);
  const draw = (width: number) =>
    markup(
      frameSvg(entry.draw(known, { lang, width }), {
        id: `figure-${number}-${width}`,
        lang,
        title,
        description,
        width,
        notes: [],
        alone: false,
        theme: "auto",
      }),
    );
  const { heads, rows } = figure.table ?? { heads: told.heads, rows: told.rows.map((row) => row.map(data)) };
  const table = tableHtml({
    id: `figure-${number}-table`,
    caption: html`${say("table", { number })}${say("colon")}${data(title)}`,
    heads,
    rows,
  });
  const folded =
    rows.length > shown
      ? html`<details class="numbers"><summary>${say("showTable", { number, rows: rows.length })}</summary>${table}</details>`
      : table;
  return html`<figure id="figure-${number}"><figcaption><b>${say("figure", { number })}</b> ${data(title)}</figcaption>
<div class="picture wide">${draw(920)}</div><div class="picture narrow">${draw(327)}</div>
<p class="source">${citation(definition)}${note === undefined ? "" : html` · ${note}`}</p>
${folded}</figure>\n`;
}
