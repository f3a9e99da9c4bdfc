import { CxMetricsError, referenceTo } from "@cxmetrics/definition";
import { adhocRetention, estimateRetention, tallyRetention } from "@cxmetrics/funnel";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { textToInstant } from "../read/text-to-instant.js";
import { answerOrFile } from "./answer-or-file.js";
import { type EventLogOptions, withEventLog } from "./event-log.js";
import { badInstant, badPeriods } from "./event-problems.js";
import { expectChoice } from "./expect-choice.js";
import { expectSeen } from "./expect-seen.js";
import { retentionRows, retentionTable } from "./retention-table.js";
import { parseLevel } from "./score.js";

/** Options of `cx retention`, as written. */
export interface RetentionOptions extends EventLogOptions {
  readonly periods: string;
  readonly start?: string;
  readonly return?: string;
  readonly mode?: string;
  readonly clock?: string;
  readonly period?: string;
  readonly cohort?: string;
  readonly timeZone?: string;
  readonly until?: string;
  readonly average?: string;
  readonly level?: string;
  readonly output?: string;
}

/**
 * `cx retention`: how many came back, by cohort of their first start.
 *
 * @param file table with one event a row, in any order
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runRetention(file: string, options: RetentionOptions, run: Run): Promise<Answer> {
  const level = parseLevel(options.level);
  const average = expectChoice(options.average, "--average", ["weighted", "unweighted"]);
  const mode = expectChoice(options.mode, "--mode", ["on", "on-or-after", "bracket"]) ?? "on";
  const lengths = ["day", "week", "month"] as const;
  const start = parseList(options.start, "--start");
  const back = parseList(options.return, "--return");
  const period = expectChoice(options.period, "--period", lengths) ?? "day";
  const definition = adhocRetention({
    start: start.length === 0 ? null : start,
    return: back.length === 0 ? null : back,
    mode,
    clock: expectChoice(options.clock, "--clock", ["calendar", "rolling"]) ?? "calendar",
    period,
    cohort: expectChoice(options.cohort, "--cohort", lengths) ?? period,
    timeZone: options.timeZone ?? "UTC",
    periods: parsePeriods(options.periods, mode === "bracket"),
  });
  const until = options.until === undefined ? undefined : parseInstant(options.until, "--until");
  return withEventLog(file, options, undefined, run, async ({ events, warnings, naming }) => {
    expectSeen(start, "--start", events, file);
    expectSeen(back, "--return", events, file);
    const tally = await naming(() =>
      tallyRetention(events, definition, until === undefined ? {} : { observedUntilMs: until }),
    );
    await hearInterruption(run.io.signal);
    const estimate = estimateRetention(tally, {
      ...(level === undefined ? {} : { level }),
      ...(average === undefined ? {} : { average }),
    });
    const answer: Answer = {
      definition: referenceTo(definition),
      engine: estimate.engine,
      rows: [
        {
          cohort: null,
          size: tally.cohorts.reduce((sum, { size }) => sum + size, 0),
          rates: estimate.overall,
        },
        ...estimate.cohorts,
      ],
      warnings: [...warnings, ...estimate.warnings],
      text: retentionTable(estimate, tally, definition, level ?? 0.95, run),
    };
    return answerOrFile(answer, options.output, [file], run, retentionRows(estimate, run));
  });
}

/** Reads `1,7,30`, or `1-7,8-30` with both ends included. */
function parsePeriods(
  text: string,
  ranges: boolean,
): readonly number[] | readonly (readonly [number, number])[] {
  const refuse = (): never => {
    throw new CxMetricsError(badPeriods, { path: ["--periods"], values: { found: text } });
  };
  const members = parseList(text, "--periods");
  if (ranges)
    return members.map((member): readonly [number, number] => {
      const [, from = "", to = ""] = /^(\d{1,5})-(\d{1,5})$/.exec(member) ?? refuse();
      return Number(from) <= Number(to) ? [Number(from), Number(to) + 1] : refuse();
    });
  return members.map((member) => (/^\d{1,5}$/.test(member) ? Number(member) : refuse()));
}

function parseInstant(text: string, option: string): number {
  const instant = textToInstant(text);
  if (instant === undefined)
    throw new CxMetricsError(badInstant, { path: [option], values: { option, found: text } });
  return instant.ms;
}
