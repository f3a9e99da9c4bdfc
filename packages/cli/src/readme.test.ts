import { readFileSync } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands, indexCommands } from "./command-name.js";
import { runCx } from "./index.js";

/** Every `console` block of the README is run: each line under a command must be a line of its output, in order. */
const root = join(import.meta.dirname, "../../..");
const files = {
  "survey-2017.csv": "docs/examples/airport/data/sfo-customer-survey-2017.csv",
  "survey-2018.csv": "docs/examples/airport/data/sfo-customer-survey-2018.csv",
  data: "docs/examples/airport/data",
  "evaluation.yaml": "docs/examples/airport/evaluation.yaml",
  "panel.csv": "packages/guides/fixtures/undp/hdi_2021_22_panel.csv",
  "usability.csv": "packages/cli/fixtures/usability.csv",
  "ratings.csv": "docs/examples/bank/data/expert_ratings.csv",
  "clicks.csv": "packages/funnel/fixtures/ecommerce-clickstream.csv",
  "app-1.0.0.yaml": "packages/cli/fixtures/index/app-1.0.0.yaml",
  "app-2.0.0.yaml": "packages/cli/fixtures/index/app-2.0.0.yaml",
  "app-fitted.yaml": "packages/cli/fixtures/index/app-fitted.yaml",
  "channels.csv": "packages/cli/fixtures/index/channels.csv",
  "earlier.csv": "packages/cli/fixtures/index/earlier.csv",
  "2025.csv": "packages/cli/fixtures/index/2025.csv",
  "errors.csv": "packages/cli/fixtures/index/errors.csv",
  "factors.yaml": "packages/cli/fixtures/index/factors.yaml",
  "judgements.csv": "packages/cli/fixtures/index/judgements.csv",
  "panel.yaml": "packages/cli/fixtures/index/panel.yaml",
};

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "cx-readme-"));
  for (const [name, path] of Object.entries(files)) await symlink(join(root, path), join(cwd, name));
});
afterAll(async () => {
  await rm(cwd, { recursive: true });
});

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const blocks = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
const runs = blocks.flatMap((block) =>
  block
    .split(/^\$ cx /m)
    .slice(1)
    .map((run) => {
      const [command = "", ...lines] = run.split("\n");
      return { command, lines: lines.map((line) => line.trimEnd()).filter((line) => line !== "") };
    }),
);

describe("the README", () => {
  test("shows every command", () => {
    for (const name of [...commands, ...indexCommands.map((name) => `index ${name}`)])
      expect(runs.some(({ command }) => command.startsWith(name))).toBe(true);
  });

  test.each(runs)("cx $command", async ({ command, lines }) => {
    expect(lines.length).toBeGreaterThan(0);
    let said = "";
    const sink = { write: (text: string) => (said += text) };
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
    await runCx(words, { stdout: sink, stderr: sink, env: {}, cwd, isTerminal: false });
    const printed = said.split("\n").map((line) => line.trimEnd());
    let from = 0;
    for (const line of lines) {
      const at = printed.indexOf(line, from);
      expect(at, `"${line}" in:\n${said.slice(0, 3000)}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
});
