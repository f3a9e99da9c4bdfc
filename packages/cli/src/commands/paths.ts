import { CxMetricsError } from "@cxmetrics/definition";
import { type PathLink, type SessionRule, tallyLostness, tallyPaths } from "@cxmetrics/funnel";
import type { Answer, Run } from "../answer.js";
import { parseDuration } from "../duration.js";
import { engine } from "../engine.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { parseNumberOption } from "../number-option.js";
import { answerOrFile } from "./answer-or-file.js";
import { type EventLog, type EventLogOptions, withEventLog } from "./event-log.js";
import { badLink, needsBothEnds, oneSessionRule } from "./event-problems.js";
import { expectSeen } from "./expect-seen.js";
import { pathRows, pathsText } from "./paths-text.js";

/** Options of `cx paths`, as written. */
export interface PathsOptions extends EventLogOptions {
  readonly gap?: string;
  readonly session?: string;
  readonly wholeActor?: boolean;
  readonly events?: string;
  readonly first?: string;
  readonly before?: string;
  readonly last?: string;
  readonly top?: string;
  readonly keepRepeats?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly links?: string;
  readonly output?: string;
}

/**
 * `cx paths`: how sessions move from event to event, and how directly they come from one to another.
 *
 * @param file table with one event a row, in any order
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runPaths(file: string, options: PathsOptions, run: Run): Promise<Answer> {
  const rules = [options.gap, options.session, options.wholeActor].filter((rule) => rule !== undefined);
  if (rules.length !== 1) throw new CxMetricsError(oneSessionRule, { path: ["--session"] });
  const gapMs = options.gap === undefined ? undefined : parseDuration(options.gap, "--gap");
  const lists = {
    events: parseList(options.events, "--events"),
    before: parseList(options.before, "--before"),
  };
  const links = options.links === undefined ? undefined : parseLinks(options.links);
  const cut = {
    first: parseNumberOption(options.first, "--first", { least: 2, most: 100, integer: true }),
    last: parseNumberOption(options.last, "--last", { least: 1, most: 99, integer: true }),
    top: parseNumberOption(options.top, "--top", { least: 1, most: 1_000_000, integer: true }),
  };
  const { from, to } = options;
  if ((from === undefined) !== (to === undefined) || (links !== undefined && from === undefined))
    throw new CxMetricsError(needsBothEnds, { path: ["--from"] });
  return withEventLog(file, options, options.session, run, async (log) => {
    const { events, warnings, naming } = log;
    const session = sessionRule(log, gapMs);
    expectSeen(lists.events, "--events", events, file);
    expectSeen(lists.before, "--before", events, file);
    const given = Object.entries({ ...cut, ...lists }).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    );
    const paths = await naming(() =>
      tallyPaths(events, {
        session,
        ...(options.keepRepeats ? { collapse: false } : {}),
        ...Object.fromEntries(given),
      }),
    );
    await hearInterruption(run.io.signal);
    if (from !== undefined && to !== undefined) {
      expectSeen([from], "--from", events, file);
      expectSeen([to], "--to", events, file);
    }
    const way =
      from === undefined || to === undefined
        ? null
        : tallyLostness(events, { session, from, to, ...(links === undefined ? {} : { links }) });
    const { sessions, actors, nodes, edges, sankey } = paths;
    const answer: Answer = {
      definition: null,
      engine,
      result: { sessions, actors, nodes, edges, sankey, ...(way === null ? {} : { lostness: way }) },
      warnings: [...warnings, ...paths.warnings],
      text: pathsText(paths, way, run),
    };
    return answerOrFile(answer, options.output, [file], run, pathRows(paths, run));
  });
}

function sessionRule({ sessions }: EventLog, gapMs: number | undefined): SessionRule {
  if (gapMs !== undefined) return { gapMs };
  return sessions === null ? "actor" : { ids: sessions };
}

/** Reads `home>list,list>item`. */
function parseLinks(text: string): readonly PathLink[] {
  return parseList(text, "--links").map((member): PathLink => {
    const ends = member.split(">").map((name) => name.trim());
    const [from = "", to = ""] = ends;
    if (ends.length === 2 && from !== "" && to !== "") return [from, to];
    throw new CxMetricsError(badLink, { path: ["--links"], values: { found: member } });
  });
}
