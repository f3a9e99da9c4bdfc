import { readFileSync } from "node:fs";
import { runCx } from "@cxmetrics/cli";
import { describe, expect, test } from "vitest";

/** The guide for authors, tried: its commands run, and both languages say the same. */
const commandsOf = (file: string) =>
  [...readFileSync(`docs/guide/${file}`, "utf8").matchAll(/^\$ cx (.+)$/gm)].map(([, line = ""]) => line);
const english = commandsOf("author-an-index.md");
const chinese = commandsOf("author-an-index.zh.md");

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

describe("author an index", () => {
  test("both languages run the same commands", () => {
    expect(chinese.map((line) => line.replace("--lang zh", "--lang en"))).toEqual(english);
  });

  test.each([...english, ...chinese])("cx %s", async (line) => {
    const { code, out, err } = await run(line);
    expect(err).not.toMatch(/^error|^错误/m);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
    expect(out).not.toMatch(/\bNaN\b|\bundefined\b|\[object /);
  });

  test("the figures that it tells are so", async () => {
    const score = await run(english.find((line) => line.startsWith("index score")) ?? "");
    expect(score.out).toMatch(/手机银行\s+52\.1/);
    const diff = await run(english.find((line) => line.startsWith("index diff")) ?? "");
    expect(diff.out).toContain("2.0.0");
    const audit = await run(
      `${(english.find((line) => line.startsWith("index audit")) ?? "").replace(" --lang en", "")} --json`,
    );
    const sections = Object.keys(JSON.parse(audit.out).result.sections);
    expect(sections).toHaveLength(19);
  });
});
