import type { CommandLine } from "./command-line.js";

const about = {
  en: "The score definitions that come with cx; with an id, what one of them measures and how.",
  zh: "随 cx 提供的得分定义；给出 id 时，说明该定义的含义与算法。",
};

const examples = `$ cx definitions
$ cx definitions csat.top-2-of-5
$ cx definitions nps@1.0.0 --lang zh`;

/** Declares `cx definitions`. */
export function declareDefinitions({ program, add, go }: CommandLine): void {
  add(program, "definitions [id]", about, examples).action((id: string | undefined) => {
    go(async (run) => (await import("../commands/definitions.js")).runDefinitions(id, run));
  });
}
