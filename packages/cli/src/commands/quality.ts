import { type AssessedResponse, assessResponseQuality, engine, type QualityRow } from "@cxmetrics/stats";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { answersOf } from "../read/answers.js";
import type { NumberColumn } from "../read/column.js";
import { parseMissing } from "../read/missing-answers.js";
import { openTable } from "../read/read-table.js";
import { expectChoice } from "./expect-choice.js";
import { qualityRulesOf } from "./quality-rules.js";
import { qualityTable } from "./quality-table.js";

/** Options of `cx quality`, as written. */
export interface QualityOptions {
  readonly answers: string;
  readonly id?: string;
  readonly duration?: string;
  readonly time?: string;
  readonly timeUnit?: string;
  readonly missing?: string;
  readonly longString?: string;
  readonly speed?: string;
  readonly mahalanobis?: string;
  readonly within?: string;
  readonly burst?: string;
  readonly leastReasons?: string;
}

/** A response that a rule found something about. */
export interface QualityFlag extends Omit<AssessedResponse, "id"> {
  /** What the file calls the respondent, where it does. */
  readonly id: string | null;
  /** Place of the response in the file, from 1, the header not counted. */
  readonly record: number;
}

/**
 * `cx quality`: which responses look careless, and why. It flags and deletes nothing.
 *
 * @param file table with one response a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runQuality(file: string, options: QualityOptions, run: Run): Promise<Answer> {
  const names = parseList(options.answers, "--answers");
  const rules = qualityRulesOf(options, names.length);
  const unit = expectChoice(options.timeUnit, "--time-unit", ["ms", "s"]);
  const whole = { least: 1, most: Number.POSITIVE_INFINITY, integer: true };
  const leastReasons = parseNumberOption(options.leastReasons, "--least-reasons", whole) ?? 1;
  const missing = parseMissing(options.missing);
  const table = await openTable(file, run.tables);
  try {
    const { columns, rowCount } = await table.read({
      ...Object.fromEntries(
        names.map((name, index) => [`answer${index}`, { kind: "number", name, missing }] as const),
      ),
      id: options.id === undefined ? undefined : { kind: "text", name: options.id },
      duration: options.duration === undefined ? undefined : { kind: "number", name: options.duration },
      time:
        options.time === undefined
          ? undefined
          : { kind: "time", name: options.time, ...(unit ? { unit } : {}) },
    });
    await hearInterruption(run.io.signal);
    const { id, duration, time, ...rest } = columns;
    const items = (Object.values(rest) as readonly NumberColumn[]).map((column) =>
      answersOf(column, missing),
    );
    const durations = duration && answersOf(duration);
    const ids = Array.from({ length: rowCount }, (_, row) => id?.names[id.codes[row] ?? 0] ?? null);
    const rows = Array.from(
      { length: rowCount },
      (_, row): QualityRow => ({
        id: row,
        answers: items.map((item) => item[row] ?? null),
        respondent: ids[row] ?? null,
        durationMs: durations?.[row] ?? null,
        timeMs: time?.values[row] ?? null,
      }),
    );
    const found = assessResponseQuality(rows, rules, { leastReasons });
    if (found.status !== "ok")
      return {
        definition: null,
        engine,
        result: { ...found, counts: null, rules: null, responses: null },
        warnings: [],
        text: found.message[run.lang],
      };
    const flags = found.responses.flatMap((response, row): QualityFlag[] =>
      response.reasons.length === 0 ? [] : [{ ...response, id: ids[row] ?? null, record: row + 1 }],
    );
    return {
      definition: null,
      engine,
      result: {
        status: found.status,
        counts: found.counts,
        leastReasons,
        settings: rules,
        rules: found.rules,
        responses: flags,
      },
      warnings: [],
      text: qualityTable(found, flags, options.id?.trim(), run),
    };
  } finally {
    table.close();
  }
}
