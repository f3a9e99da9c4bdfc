import { resolve } from "node:path";
import { CxMetricsError, referenceTo } from "@cxmetrics/definition";
import type { IndexDefinition } from "@cxmetrics/index-model";
import {
  parseStandardSupplement,
  renderStandard,
  type StandardDraft,
  type StandardEvidence,
  standardTemplate,
} from "@cxmetrics/report";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { hearInterruption } from "../interruption.js";
import { needsOption } from "../problems.js";
import { readDocument } from "../read/read-document.js";
import { openTable } from "../read/read-table.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { convertPage } from "./convert-page.js";
import { expectChoice } from "./expect-choice.js";
import { indexDefinitionNamed } from "./index-definition-named.js";
import { languageOfFile } from "./index-formula.js";
import { readIndexData } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";
import { formatMismatch, formatNeedsFile } from "./index-standard-problems.js";
import { readEvaluatorRatings } from "./read-evaluator-ratings.js";
import { wroteLine } from "./wrote-line.js";

/** Options of `cx index standard`, as written. */
export interface IndexStandardOptions extends IndexOptions {
  readonly template?: boolean;
  readonly supplement?: string;
  readonly data?: string;
  readonly unit?: string;
  readonly trial?: string;
  readonly ratings?: string;
  readonly object?: string;
  readonly format?: string;
}

const formats = ["html", "docx", "pdf"] as const;

/**
 * `cx index standard`: the technical documents of an index, or with `--template` the empty companion document they need.
 *
 * @param name id of a definition, or the path of its file
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexStandard(
  name: string,
  options: IndexStandardOptions,
  run: Run,
): Promise<Answer> {
  const { output, supplement: document } = options;
  const format = formatOf(options);
  const definition = await indexDefinitionNamed(name, run.tables.folder);
  if (options.template)
    return written(standardTemplate(definition), "yaml", definition, options, [name], run);
  if (document === undefined)
    throw new CxMetricsError(needsOption, {
      path: ["--supplement"],
      values: { choice: "index standard", option: "--supplement" },
    });
  if (format !== "html" && output === undefined)
    throw new CxMetricsError(formatNeedsFile, { path: ["--format"], values: { format } });
  const supplement = parseStandardSupplement((await readDocument(document, run.tables.folder)).text);
  const evidence = await readEvidence(supplement, definition, options, run);
  await hearInterruption(run.io.signal);
  const lang = run.asked ?? languageOfFile(output) ?? run.lang;
  const page = renderStandard(definition, evidence, { lang });
  const content = format === "html" ? page : await convertPage(page, format, run);
  const inputs = [name, document, options.data, options.trial, options.ratings].filter(
    (file) => file !== undefined,
  );
  return written(content, format, definition, options, inputs, run);
}

/** The format that was asked for, or that the name of the file says. */
function formatOf({ format, output, template }: IndexStandardOptions): (typeof formats)[number] {
  const asked = expectChoice(format, "--format", formats);
  const ending = /\.(html|docx|pdf)$/i.exec(output ?? "")?.[1]?.toLowerCase();
  if (asked && output !== undefined && !template && ending !== asked)
    throw new CxMetricsError(formatMismatch, { path: ["--format"], values: { file: output, format: asked } });
  return asked ?? formats.find((one) => one === ending) ?? "html";
}

async function readEvidence(
  supplement: StandardDraft,
  definition: IndexDefinition,
  options: IndexStandardOptions,
  run: Run,
): Promise<StandardEvidence> {
  const { data, trial, ratings, unit, object = "object" } = options;
  return {
    supplement,
    ...(data === undefined
      ? {}
      : {
          worked: {
            table: (await readIndexData(data, definition, options, run)).table,
            ...(unit === undefined ? {} : { unit: unit.trim() }),
          },
        }),
    ...(trial === undefined ? {} : { trial: await readTrial(trial, supplement, definition, options, run) }),
    ...(ratings === undefined ? {} : { ratings: await readEvaluatorRatings(ratings, object, run) }),
  };
}

async function readTrial(
  file: string,
  supplement: StandardDraft,
  definition: IndexDefinition,
  options: IndexStandardOptions,
  run: Run,
): Promise<NonNullable<StandardEvidence["trial"]>> {
  const { table } = await readIndexData(file, definition, options, run);
  const names = (supplement.trial?.criteria ?? []).flatMap((criterion) => criterion?.column ?? []);
  const source = await openTable(file, run.tables);
  try {
    const requests = names.map((name, index) => [`c${index}`, { kind: "number", name }] as const);
    const { columns } =
      names.length === 0 ? { columns: {} } : await source.read(Object.fromEntries(requests));
    const read: Readonly<Record<string, { readonly values: ArrayLike<number> }>> = columns;
    return {
      table,
      outside: Object.fromEntries(
        names.map((name, index) => [name, Array.from(read[`c${index}`]?.values ?? [], orNull)]),
      ),
    };
  } finally {
    source.close();
  }
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

async function written(
  content: string | Uint8Array,
  format: string,
  definition: IndexDefinition,
  { output }: IndexStandardOptions,
  inputs: readonly string[],
  run: Run,
): Promise<Answer> {
  const text = typeof content === "string" ? content : "";
  if (output !== undefined) {
    const target = resolve(run.tables.folder, output);
    await refuseInput(target, output, inputs, run.tables.folder);
    await writeWhole(target, content, output, run.io.signal);
  }
  return {
    definition: referenceTo(definition),
    engine,
    result: output === undefined ? { format, page: text } : { format, file: output, bytes: content.length },
    warnings: [],
    text: output === undefined ? text.trimEnd() : wroteLine([output], run),
  };
}
