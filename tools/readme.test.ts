import { readFileSync } from "node:fs";
import { runCx } from "@cxmetrics/cli";
import { questionnaires, scoreDefinitions } from "@cxmetrics/scores";
import { describe, expect, test } from "vitest";

/** What the two READMEs at the top say, tried: their commands run, their counts are true, and both say the same. */
const english = readFileSync("README.md", "utf8");
const chinese = readFileSync("README.zh-CN.md", "utf8");

const commandsOf = (text: string) =>
  [...text.matchAll(/^\$ cx (.+)$/gm)]
    .map(([, line = ""]) => line)
    .filter((line) => !/^(evaluate|report)\b/.test(line));

async function run(line: string) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCx(line.split(" "), {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env: {},
    cwd: process.cwd(),
    isTerminal: false,
  });
  return { code, out: out.join(""), err: err.join("") };
}

describe("the READMEs", () => {
  test.each(commandsOf(english))("cx %s", async (line) => {
    const { code, out, err } = await run(line);
    expect(err).not.toContain("error");
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
  });

  test("name the same commands and packages in both languages", () => {
    expect(commandsOf(chinese)).toEqual(commandsOf(english));
    const packagesOf = (text: string) =>
      [...text.matchAll(/\(packages\/([a-z-]+)\)/g)].map(([, name]) => name);
    expect(packagesOf(chinese)).toEqual(packagesOf(english));
  });

  test("count what there is", () => {
    const definitions = Object.keys(scoreDefinitions).length;
    const instruments = Object.keys(questionnaires).length;
    expect(english).toContain(`${definitions} cited definitions`);
    expect(english).toContain(`${instruments} questionnaires`);
    expect(chinese).toContain(`${definitions} 个注明出处`);
    expect(chinese).toContain(`${instruments} 份问卷`);
  });

  test("tell the facts about the SFO surveys that the library computes", async () => {
    const file = "docs/examples/airport/data/sfo-customer-survey-2017.csv";
    const { out } = await run(
      `score ${file} --metric nps --rating NETPRO --missing 11 --weight WEIGHT --json`,
    );
    expect((JSON.parse(out) as { rows: { value: number }[] }).rows[0]?.value).toBeCloseTo(40.4, 1);
  });
});
