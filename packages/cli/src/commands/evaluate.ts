import { dirname, resolve } from "node:path";
import { CxMetricsError, type Language } from "@cxmetrics/definition";
import {
  type DefinitionSource,
  type EvaluationPlan,
  type EvaluationResult,
  evaluatePlan,
  inMemoryEngine,
  parseEvaluationPlan,
  renderSummary,
  sourcesOf,
} from "@cxmetrics/evaluation";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { words } from "../messages.js";
import { badDate, outputIsInput } from "../problems.js";
import { readDocument } from "../read/read-document.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showLevel, showNumber } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import { writeFolderWhole } from "../write/write-whole.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { digitsFor } from "./index-score-table.js";
import { readSources, withFileRow } from "./read-sources.js";
import { scoreDefinitionNamed } from "./score-definition-named.js";
import { wroteLine } from "./wrote-line.js";

/** Options of `cx evaluate`, as written. */
export interface EvaluateOptions {
  readonly output?: string;
  readonly evaluatedOn?: string;
}

/**
 * `cx evaluate`: one whole evaluation by its plan. Files that the plan names are read from the plan's folder. With an output folder,
 * `result.json`, `summary.md`, `report.html` and `index.xlsx` are written there, all or none.
 *
 * @param file the plan, YAML or JSON
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runEvaluate(file: string, options: EvaluateOptions, run: Run): Promise<Answer> {
  const { output, evaluatedOn } = options;
  if (evaluatedOn !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(evaluatedOn))
    throw new CxMetricsError(badDate, { path: ["--evaluated-on"], values: { found: evaluatedOn } });
  const document = await readDocument(file, run.tables.folder);
  const plan = parseEvaluationPlan(document.text);
  const folder = dirname(document.path);
  const result = await evaluate(plan, folder, evaluatedOn, run);
  await hearInterruption(run.io.signal);
  const lang = run.asked ?? plan.options?.lang ?? run.lang;
  const summary = renderSummary(result, lang);
  let text = summary.trimEnd();
  if (output !== undefined) {
    const target = resolve(run.tables.folder, output);
    // Loaded only here: the charts of a report are the largest thing that the program knows.
    const { renderReport } = await import("@cxmetrics/report");
    const { writeIndexWorkbook } = await import("@cxmetrics/workbook");
    const { document: definition, units } = result.index;
    const table = result.table ?? { units, columns: {} };
    const files = {
      "result.json": `${JSON.stringify(result, null, 2)}\n`,
      "summary.md": summary,
      "report.html": renderReport(result, { lang }),
      "index.xlsx": await writeIndexWorkbook(definition, table, { lang, result: result.index }),
    };
    const inputs = [document.path, ...sourcesOf(plan).map((source) => resolve(folder, source.file))];
    for (const name of Object.keys(files))
      if (inputs.includes(resolve(target, name)))
        throw new CxMetricsError(outputIsInput, { path: [name], values: { file: `${output}/${name}` } });
    await writeFolderWhole(target, files, output, run.io.signal);
    const written = Object.keys(files).map((name) => `${output.replace(/[\\/]+$/, "")}/${name}`);
    text = [rootsTable(result, lang, run), "", wroteLine(written, run)].join("\n");
  }
  const { id, version, digest } = result.definition;
  return {
    definition: { id, version, digest },
    engine: result.engines[0] ?? "",
    result,
    warnings: result.warnings,
    text,
  };
}

async function evaluate(
  plan: EvaluationPlan,
  folder: string,
  evaluatedOn: string | undefined,
  run: Run,
): Promise<EvaluationResult> {
  const { tables, files } = await readSources(sourcesOf(plan), { ...run.tables, folder });
  await hearInterruption(run.io.signal);
  const named = (source: DefinitionSource) => (typeof source === "string" ? source : `./${source.file}`);
  try {
    return await evaluatePlan(plan, {
      engine: inMemoryEngine(tables),
      resolveIndexDefinition: (source) => indexDefinitionNamed(named(source), folder),
      resolveScoreDefinition: (source) => scoreDefinitionNamed(named(source), folder),
      ...(evaluatedOn === undefined ? {} : { evaluatedOn }),
    });
  } catch (thrown) {
    throw await withFileRow(thrown, files);
  }
}

/** The index of each unit, so that a person need not open the summary to see whether it went well. */
function rootsTable({ units, roots, index }: EvaluationResult, lang: Language, { bold }: Run): string {
  const digits = digitsFor(index.document);
  const rows = units.map(({ id, title }) => {
    const root = roots[id];
    const value = root?.status === "ok" ? showNumber(root.value, digits) : (root?.message[lang] ?? "-");
    const interval = root?.status === "ok" ? root.interval : undefined;
    const limits =
      interval?.status === "ok"
        ? `${showNumber(interval.lower, digits)} – ${showNumber(interval.upper, digits)}`
        : "-";
    return [printable(title[lang]), printable(value), limits];
  });
  const name = index.document.nodes[index.document.root]?.title[lang] ?? index.document.root;
  const told = units.flatMap(({ id }) => {
    const root = roots[id];
    return root?.status === "ok" && root.interval.status === "ok" ? [root.interval.level] : [];
  });
  return terminalTable(
    [
      { head: words.unit[lang], align: "left" },
      { head: printable(name), align: "right" },
      { head: say(lang, words.interval, { level: showLevel(told[0] ?? 0.95) }), align: "right" },
    ],
    rows,
    bold,
  );
}
