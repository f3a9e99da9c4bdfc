import { resolve } from "node:path";
import { CxMetricsError, type DefinitionReference } from "@cxmetrics/definition";
import { chartKinds, renderChart, tabulateChart } from "@cxmetrics/report";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { hearInterruption } from "../interruption.js";
import { parseNumberOption } from "../number-option.js";
import { printable } from "../show/printable.js";
import { terminalTable } from "../show/terminal-table.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { expectChoice } from "./expect-choice.js";
import { chartsOfAnswer } from "./report-chart-sources.js";
import { notSvgOrPng, otherChartKind } from "./report-problems.js";
import { readAnswer } from "./report-read-answer.js";
import { wroteLine } from "./wrote-line.js";

/** Options of `cx report chart`, as written. */
export interface ReportChartOptions {
  readonly output: string;
  readonly kind?: string;
  readonly of?: string;
  readonly title?: string;
  readonly width?: string;
  readonly theme?: string;
}

/**
 * `cx report chart`: an answer of another command as a picture, SVG or PNG by the name of the file, with its numbers as a table on the terminal.
 *
 * @param file answer of another command as JSON, a `result.json`, or `{ kind, data }`
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runReportChart(file: string, options: ReportChartOptions, run: Run): Promise<Answer> {
  const { output, of } = options;
  const { folder } = run.tables;
  const { lang } = run;
  const asked = expectChoice(options.kind, "--kind", chartKinds);
  const theme = expectChoice(options.theme, "--theme", ["auto", "light", "dark"]) ?? "auto";
  const width = parseNumberOption(options.width, "--width", { least: 280, most: 2000, integer: true });
  const isPng = /\.png$/i.test(output);
  if (!isPng && !/\.svg$/i.test(output))
    throw new CxMetricsError(notSvgOrPng, { path: ["--output"], values: { file: output } });
  const answer = await readAnswer(file, folder);
  const sources = chartsOfAnswer(answer, { file, lang, ...(of === undefined ? {} : { of }) });
  const source = asked === undefined ? sources[0] : sources.find(({ kind }) => kind === asked);
  if (!source) {
    const allowed = sources.map(({ kind }) => kind).join(", ");
    throw new CxMetricsError(otherChartKind, {
      path: ["--kind"],
      values: { file, kind: asked ?? "", allowed },
    });
  }
  const { kind, definition, notes } = source;
  const data = source.data();
  const title = options.title ?? source.title;
  const svg = renderChart(kind, data, {
    lang,
    notes,
    // A PNG has no style sheet that could follow the reader.
    theme: isPng && theme === "auto" ? "light" : theme,
    ...(title === undefined ? {} : { title }),
    ...(width === undefined ? {} : { width }),
  });
  const { heads, rows } = tabulateChart(kind, data, lang);
  const content = isPng ? await pngOf(svg) : `${svg}\n`;
  await hearInterruption(run.io.signal);
  const target = resolve(folder, output);
  await refuseInput(target, output, [file], folder);
  await writeWhole(target, content, output, run.io.signal);
  const columns = heads.map(({ text, align }) => ({ head: printable(text), align }));
  const table = terminalTable(
    columns,
    rows.map((row) => row.map(printable)),
    run.bold,
  );
  return {
    definition: (definition as DefinitionReference | undefined) ?? null,
    engine,
    result: { file: output, kind, title: title ?? null, notes, heads: heads.map(({ text }) => text), rows },
    warnings: [],
    text: [table, "", wroteLine([output], run)].join("\n"),
  };
}

/** Twice the pixels, so that it stays sharp in a document. */
async function pngOf(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, font: { loadSystemFonts: true } })
    .render()
    .asPng();
}
