import {
  type ConformanceArea,
  type ConformanceReport,
  conformanceAreas,
  engine,
  judgeAnswer,
  referenceImplementation,
  requestOf,
  runConformance,
  summariseVerdicts,
} from "@cxmetrics/conformance";
import { CxMetricsError } from "@cxmetrics/definition";
import type { Answer, Run } from "../answer.js";
import { parseDuration } from "../duration.js";
import { exitCodes } from "../exit-codes.js";
import { hearInterruption, refuseInterrupted } from "../interruption.js";
import { parseList } from "../list-option.js";
import { answerOrFile } from "./answer-or-file.js";
import { noAreaInCommon } from "./conformance-problems.js";
import { type ConformanceProgram, conformanceProgram } from "./conformance-program.js";
import { conformanceText } from "./conformance-text.js";
import { readConformanceVectors } from "./conformance-vectors.js";
import { commandWords } from "./conformance-words.js";
import { expectChoice } from "./expect-choice.js";

/** Options of `cx conformance`, as written. */
export interface ConformanceOptions {
  readonly against?: string;
  readonly area?: string;
  readonly pinned?: boolean;
  readonly timeout: string;
  readonly output?: string;
}

/** Who was tested, and on what. */
export interface ConformanceRun {
  /** Name and version as the program tells them, or our own. */
  readonly implementation: string;
  readonly pinned: boolean;
  readonly reports: readonly ConformanceReport[];
}

const allAreas = Object.keys(conformanceAreas) as readonly ConformanceArea[];

/**
 * `cx conformance`: the published vectors, against this installation or any program that speaks the protocol.
 *
 * @param options what was written on the command line
 * @param run language and the rest of the world
 */
export async function runConformanceCommand(options: ConformanceOptions, run: Run): Promise<Answer> {
  const wanted = parseList(options.area, "--area").flatMap(
    (name) => expectChoice(name, "--area", allAreas) ?? [],
  );
  const timeoutMs = parseDuration(options.timeout, "--timeout");
  const tested =
    options.against === undefined
      ? await testOurselves(wanted, run)
      : await testProgram(commandWords(options.against), wanted, options.pinned === true, timeoutMs, run);
  const conforms = tested.reports.every((report) => report.conforms);
  const { implementation, pinned, reports } = tested;
  const answer: Answer = {
    definition: null,
    engine,
    result: { implementation, conforms, pinned, areas: reports },
    warnings: [],
    text: conformanceText(tested, run),
    ...(conforms ? {} : { exitCode: exitCodes.refused }),
  };
  return answerOrFile(answer, options.output, [], run);
}

async function testOurselves(wanted: readonly ConformanceArea[], run: Run): Promise<ConformanceRun> {
  const reports: ConformanceReport[] = [];
  for (const area of wanted.length > 0 ? wanted : allAreas) {
    await hearInterruption(run.io.signal);
    reports.push(runConformance(await readConformanceVectors(area, true), referenceImplementation));
  }
  return { implementation: engine, pinned: true, reports };
}

async function testProgram(
  words: readonly string[],
  wanted: readonly ConformanceArea[],
  pinned: boolean,
  timeoutMs: number,
  { io }: Run,
): Promise<ConformanceRun> {
  const program = conformanceProgram(words, { cwd: io.cwd, env: io.env, timeoutMs, signal: io.signal });
  try {
    const description = await describe(program);
    const declared = description?.areas;
    const areas = wanted.length > 0 ? wanted : allAreas.filter((area) => declared?.includes(area) ?? true);
    if (areas.length === 0)
      throw new CxMetricsError(noAreaInCommon, {
        path: ["--against"],
        values: { found: JSON.stringify(declared), known: allAreas.join(", ") },
      });
    const reports: ConformanceReport[] = [];
    for (const area of areas) {
      const document = await readConformanceVectors(area, pinned);
      const verdicts = [];
      for (const vector of document.vectors) {
        const answer = await program.ask(requestOf(document, vector));
        refuseInterrupted(io.signal);
        verdicts.push(judgeAnswer(vector, answer));
      }
      reports.push(summariseVerdicts(area, verdicts));
    }
    return { implementation: description?.name ?? words.join(" "), pinned, reports };
  } finally {
    program.close();
  }
}

/** What the program says of itself; a program that does not know the question is asked for everything. */
async function describe(
  program: ConformanceProgram,
): Promise<{ readonly name?: string; readonly areas?: readonly unknown[] } | undefined> {
  const answer = await program.ask({ id: "describe", operation: "describe", input: { protocol: 1 } });
  if (!("output" in answer) || typeof answer.output !== "object" || answer.output === null) return undefined;
  const { name, version, areas } = answer.output as Readonly<Record<string, unknown>>;
  const title = [name, version].filter((part) => typeof part === "string").join(" ");
  return {
    ...(title === "" ? {} : { name: title }),
    ...(Array.isArray(areas) ? { areas: areas as unknown[] } : {}),
  };
}
