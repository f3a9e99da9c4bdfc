import { type ChildProcess, spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import { type ConformanceAnswer, type ConformanceRequest, readAnswerLine } from "@cxmetrics/conformance";
import { CxMetricsError } from "@cxmetrics/definition";
import { programNotStarted } from "./conformance-problems.js";

/** A program that answers requests, started when it is first asked and again after it has ended. */
export interface ConformanceProgram {
  readonly ask: (request: ConformanceRequest) => Promise<ConformanceAnswer>;
  /** Ends the program. */
  readonly close: () => void;
}

/** Characters of one line beyond which a program is no longer listened to. */
const longestLine = 64 * 1024 * 1024;
/** Faults in a row after which a program is not started again. */
const mostFaults = 5;

/**
 * Speaks the protocol with a program: one request a line on its standard input, one answer a line on its standard output.
 *
 * A program that ends, says nothing in time, or writes what is no answer is at fault for the request at hand; after an end or a silence it
 * is started anew. Answers to earlier requests that come late are passed over.
 *
 * @param words the command and its arguments
 * @param world folder, environment, how long to wait for an answer, and what interrupts
 */
export function conformanceProgram(
  words: readonly string[],
  world: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly timeoutMs: number;
    readonly signal?: AbortSignal | undefined;
  },
): ConformanceProgram {
  const asked = new Set<string>();
  let running: Running | undefined;
  let faults = 0;
  let lastFault = "";

  const stop = () => {
    running?.end();
    running = undefined;
  };
  const fault = (kind: "timeout" | "crashed" | "garbage", detail: string): ConformanceAnswer => {
    faults++;
    lastFault = detail;
    if (kind !== "garbage") stop();
    return { fault: kind, detail };
  };

  async function ask(request: ConformanceRequest): Promise<ConformanceAnswer> {
    if (faults >= mostFaults)
      return { fault: "crashed", detail: `not asked after ${mostFaults} faults in a row: ${lastFault}` };
    running ??= await start(words, world);
    asked.add(request.id);
    running.say(`${JSON.stringify(request)}\n`);
    const deadline = performance.now() + world.timeoutMs;
    for (;;) {
      const heard = await running.hear(deadline - performance.now(), world.signal);
      if (heard === "silence") return fault("timeout", `no answer within ${world.timeoutMs} ms`);
      if ("ended" in heard) return fault("crashed", heard.ended);
      const { id, answer } = readAnswerLine(heard.line);
      if (id !== null && id !== request.id && asked.has(id)) continue;
      if (id !== null && id !== request.id)
        return fault("garbage", `an answer to "${id.slice(0, 80)}", which was not asked`);
      if ("fault" in answer) return fault("garbage", answer.detail);
      faults = 0;
      return answer;
    }
  }
  return { ask, close: stop };
}

type Heard = { readonly line: string } | { readonly ended: string } | "silence";

/** One run of the program. */
interface Running {
  readonly say: (text: string) => void;
  /** The next line, the end, or nothing within the time. */
  readonly hear: (timeoutMs: number, signal?: AbortSignal) => Promise<Heard>;
  readonly end: () => void;
}

async function start(
  [command = "", ...args]: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Running> {
  const child = spawn(command, args, { cwd, env: { ...env }, stdio: ["pipe", "pipe", "pipe"] });
  await new Promise<void>((started, failed) => {
    child.once("spawn", started);
    child.once("error", (error: NodeJS.ErrnoException) => {
      const values = { program: command, reason: error.code ?? error.message };
      failed(new CxMetricsError(programNotStarted, { path: ["--against"], values }));
    });
  });
  return listenTo(child);
}

function listenTo(child: ChildProcess): Running {
  const lines: string[] = [];
  let ended: string | undefined;
  let rest = "";
  let complaint = "";
  let wake = () => {};
  const decoder = new StringDecoder("utf8");
  child.stdout?.on("data", (bytes: Buffer) => {
    const parts = (rest + decoder.write(bytes)).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) if (line.trim() !== "") lines.push(line);
    if (rest.length > longestLine) {
      ended ??= `a line of more than ${longestLine} characters`;
      child.kill("SIGKILL");
    }
    wake();
  });
  child.stderr?.on("data", (bytes: Buffer) => {
    complaint = (complaint + bytes.toString("utf8")).slice(-2000);
  });
  // Writing to a program that has ended is told by its end.
  child.stdin?.on("error", () => {});
  child.once("error", () => wake());
  child.once("close", (code, signal) => {
    const last = complaint.trim().split("\n").at(-1) ?? "";
    ended ??= `ended with ${signal ?? `exit code ${code}`}${last === "" ? "" : `: ${last.slice(0, 300)}`}`;
    wake();
  });

  const next = (): Heard | undefined => {
    const line = lines.shift();
    if (line !== undefined) return { line };
    return ended === undefined ? undefined : { ended };
  };
  return {
    say: (text) => child.stdin?.write(text),
    end: () => {
      child.stdin?.destroy();
      child.kill("SIGKILL");
    },
    hear: (timeoutMs, signal) =>
      new Promise<Heard>((resolve) => {
        const settle = (heard: Heard) => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", stop);
          wake = () => {};
          resolve(heard);
        };
        const stop = () => settle({ ended: "interrupted" });
        const timer = setTimeout(() => settle("silence"), Math.max(0, timeoutMs));
        wake = () => {
          const heard = next();
          if (heard) settle(heard);
        };
        if (signal?.aborted) stop();
        else signal?.addEventListener("abort", stop, { once: true });
        wake();
      }),
  };
}
