import { CxMetricsError } from "@cxmetrics/definition";
import {
  type AuditCriterion,
  type AuditThresholds,
  auditCriteria,
  auditIndex,
  auditThresholds,
  type IndexAudit,
  renderAudit,
} from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { parseAssignment } from "../assignment-option.js";
import { exitCodes } from "../exit-codes.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { unknownThreshold } from "../problems.js";
import { didYouMean } from "../read/hint.js";
import { readFactorFile } from "../read/read-factors.js";
import { answerOrFile, type CsvRows } from "./answer-or-file.js";
import { expectChoice } from "./expect-choice.js";
import { indexAuditText } from "./index-audit-text.js";
import { languageOfFile } from "./index-formula.js";
import { readIndexInputs } from "./index-inputs.js";
import type { IndexOptions } from "./index-score.js";

/** Options of `cx index audit`, as written. */
export interface IndexAuditOptions extends IndexOptions {
  readonly seed: string;
  readonly draws?: string;
  readonly criteria?: string;
  readonly threshold?: readonly string[];
  readonly evaluators?: readonly string[];
  readonly factors?: string;
  readonly check?: boolean;
}

/**
 * `cx index audit`: pass, warn or fail for everything that a statistical audit of an index looks at.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexAudit(
  name: string,
  file: string,
  options: IndexAuditOptions,
  run: Run,
): Promise<Answer> {
  const whole = (text: string | undefined, option: string, least: number, most: number) =>
    parseNumberOption(text, option, { least, most, integer: true });
  const seed = whole(options.seed, "--seed", 0, 4294967295) ?? 0;
  const draws = whole(options.draws, "--draws", 100, 100_000);
  const criteria = criteriaOf(options.criteria);
  const thresholds = thresholdsOf(options.threshold ?? []);
  const evaluators = Object.fromEntries(
    (options.evaluators ?? []).map((text) => {
      const { name: id, value } = parseAssignment(text, "--evaluators");
      return [id, whole(value, "--evaluators", 0, 1e9) ?? 0] as const;
    }),
  );
  const factors =
    options.factors === undefined ? undefined : await readFactorFile(options.factors, run.tables.folder);
  const { definition, table, calculate } = await readIndexInputs(name, file, options, run);
  const audit = await calculate(() =>
    auditIndex(definition, table, {
      seed,
      thresholds,
      evaluators,
      ...(draws === undefined ? {} : { draws }),
      ...(criteria.length > 0 ? { criteria } : {}),
      ...(factors ? { factors } : {}),
    }),
  );
  const { definition: reference, engine, ...result } = audit;
  const { output } = options;
  const asPage = /\.md$/i.test(output ?? "");
  const answer: Answer = {
    definition: reference,
    engine,
    result,
    warnings: [],
    text: asPage
      ? renderAudit(audit, run.asked ?? languageOfFile(output) ?? run.lang).trimEnd()
      : indexAuditText(audit, run),
    ...(options.check && audit.verdict === "fail" ? { exitCode: exitCodes.refused } : {}),
  };
  const inputs = [file, name, ...(options.factors === undefined ? [] : [options.factors])];
  return answerOrFile(answer, output, inputs, run, csvOf(audit));
}

function criteriaOf(text: string | undefined): readonly AuditCriterion[] {
  const known: readonly AuditCriterion[] = auditCriteria.map(({ id }) => id);
  return parseList(text, "--criteria").flatMap((name) => expectChoice(name, "--criteria", known) ?? []);
}

/** Limits other than the usual ones, by name. */
function thresholdsOf(texts: readonly string[]): Partial<AuditThresholds> {
  const known = Object.keys(auditThresholds);
  return Object.fromEntries(
    texts.map((text) => {
      const { name, value } = parseAssignment(text, "--threshold");
      const limit = known.includes(name) ? auditThresholds[name as keyof AuditThresholds] : undefined;
      if (limit === undefined)
        throw new CxMetricsError(unknownThreshold, {
          path: ["--threshold"],
          values: { found: name, hint: didYouMean(name, known), known: known.join(", ") },
        });
      const { least, most } = limit;
      return [name, parseNumberOption(value, "--threshold", { least, most }) ?? limit.value] as const;
    }),
  );
}

function csvOf({ sections }: IndexAudit): CsvRows {
  return [
    ["section", "verdict", "code", "nodes", "units", "message.en", "message.zh", "remedy.en", "remedy.zh"],
    ...Object.entries(sections).flatMap(([id, { verdict, message, findings }]) =>
      findings.length === 0
        ? [[id, verdict, null, null, null, message.en, message.zh, null, null]]
        : findings.map(({ verdict: found, code, nodes, units, message: told, remedy }) => [
            id,
            found,
            code,
            nodes.join(" "),
            units.map(({ unit }) => unit).join("; "),
            told.en,
            told.zh,
            remedy.en,
            remedy.zh,
          ]),
    ),
  ];
}
