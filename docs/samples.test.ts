import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCx } from "@cxmetrics/cli";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * What the pages of the site tell, tried: every `ts` fence runs and gives the values behind `// =>`, every `cx` command
 * works, and both languages have the same pages, headings and samples.
 */
const written = ["", "start", "concepts", "guide", "playground", "decisions", "conformance"];
const pages = written.flatMap((folder) =>
  readdirSync(join("docs", folder))
    .filter((name) => name.endsWith(".md") && !/^(architecture|mutation)\.md$/.test(name))
    .map((name) => join(folder, name)),
);
const chineseOf = (page: string) => page.replace(/\.md$/, ".zh.md");
/** A new decision may be told in English first: the Chinese site then leads to the English page. */
const english = pages.filter(
  (page) => !page.endsWith(".zh.md") && (pages.includes(chineseOf(page)) || !/^decisions\/\d/.test(page)),
);
const textOf = (page: string) => readFileSync(join("docs", page), "utf8");
const fencesOf = (page: string, kind: string) =>
  [...textOf(page).matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code = ""]) => code,
  );

describe("both languages", () => {
  test.each(english)("%s has its Chinese page with the same headings and samples", (page) => {
    const other = chineseOf(page);
    expect(existsSync(join("docs", other))).toBe(true);
    const shape = (name: string) =>
      [
        ...textOf(name)
          .replace(/^```[\s\S]*?^```$/gm, "")
          .matchAll(/^(#+) /gm),
      ].map(([, level]) => level);
    expect(shape(other)).toEqual(shape(page));
    expect(fencesOf(other, "ts")).toEqual(fencesOf(page, "ts"));
    const commands = fencesOf(other, "console").map((text) => text.replaceAll("--lang zh", "--lang en"));
    expect(commands).toEqual(fencesOf(page, "console"));
  });

  test("the catalogue has the same pages in both", () => {
    const names = readdirSync("docs/catalogue").filter((name) => name.endsWith(".md"));
    const chinese = names.filter((name) => name.endsWith(".zh.md"));
    expect(chinese.map((name) => name.replace(".zh.md", ".md")).sort()).toEqual(
      names.filter((name) => !name.endsWith(".zh.md")).sort(),
    );
  });
});

const out = join(import.meta.dirname, "..", "node_modules", ".docs-samples");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const prelude = `import { expect } from "vitest";
const equal = (actual: unknown, wanted: unknown) =>
  typeof wanted === "number" ? expect(actual).toBeCloseTo(wanted, 10) : expect(actual).toEqual(wanted);
`;

/** `expr; // => value` becomes an assertion; statements are found by the parser. */
function assertions(code: string): string {
  const source = ts.createSourceFile("sample.ts", code, ts.ScriptTarget.Latest, true);
  let text = "";
  let position = 0;
  for (const statement of source.statements) {
    const rest = code.slice(statement.end).split("\n", 1)[0] ?? "";
    const wanted = /^\s*\/\/ => (.+)$/.exec(rest)?.[1];
    text +=
      wanted !== undefined && ts.isExpressionStatement(statement)
        ? `${code.slice(position, statement.getStart())}equal(${statement.expression.getText()}, ${wanted});`
        : code.slice(position, statement.end);
    position = statement.end;
  }
  return text + code.slice(position);
}

describe("samples", () => {
  const samples = english.flatMap((page) =>
    fencesOf(page, "ts").map((code, at) => [`${page} ${at + 1}`, code] as const),
  );
  test.each(samples)("%s", async (name, code) => {
    expect(code).toContain("// => ");
    const file = join(out, `${name.replace(/[^a-z0-9]+/gi, "-")}.ts`);
    writeFileSync(file, prelude + assertions(code));
    expect.hasAssertions();
    await import(/* @vite-ignore */ file);
  });
});

describe("commands", () => {
  // Those of the guide for authors have a test of their own.
  const own = english.filter((page) => page !== "guide/author-an-index.md");
  const commands = [...own, ...own.map(chineseOf)].flatMap((page) =>
    [...textOf(page).matchAll(/^\$ cx (.+)$/gm)].map(([, line = ""]) => line),
  );
  test.each([...new Set(commands)])("cx %s", async (line) => {
    const told: string[] = [];
    const failed: string[] = [];
    const code = await runCx(line.split(" "), {
      stdout: { write: (text) => told.push(text) },
      stderr: { write: (text) => failed.push(text) },
      env: {},
      cwd: process.cwd(),
      isTerminal: false,
    });
    expect(failed.join("")).not.toMatch(/^error|^错误/m);
    expect(code).toBe(0);
    expect(told.join("")).not.toMatch(/\bNaN\b|\bundefined\b|\[object /);
    if (line.startsWith("compare"))
      expect(told.join("")).toContain(line.includes("--cluster") ? "0.053" : "0.014");
  });
});
