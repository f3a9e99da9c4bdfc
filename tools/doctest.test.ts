import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/**
 * Runs every `ts` fence of the doc comments and READMEs of all packages. A line `expr; // => value` asserts; an example of
 * a doc comment may use the exports of its own package without importing them.
 */
const out = join(import.meta.dirname, "..", "node_modules", ".doctest");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const packages = readdirSync("packages");

const prelude = `import { expect } from "vitest";
const __equal = (actual: unknown, wanted: unknown) =>
  typeof wanted === "number" ? expect(actual).toBeCloseTo(wanted, 10) : expect(actual).toEqual(wanted);
`;

/** Names that a package exports at run time, read from its index. */
function exportsOf(folder: string): string[] {
  const path = join("packages", folder, "src", "index.ts");
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const names: string[] = [];
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || !statement.exportClause) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    for (const element of statement.exportClause.elements)
      if (!element.isTypeOnly) names.push(element.name.text);
  }
  return names;
}

function assertions(code: string): string {
  // Statements are found by the parser, so that an expression may run over several lines.
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  let text = "";
  let position = 0;
  for (const statement of source.statements) {
    const lineEnd = code.indexOf("\n", statement.end);
    const rest = code.slice(statement.end, lineEnd === -1 ? undefined : lineEnd);
    const wanted = /^\s*\/\/ => (.+)$/.exec(rest)?.[1];
    const body = code.slice(position, statement.end);
    position = statement.end;
    if (wanted === undefined) text += body;
    else if (ts.isExpressionStatement(statement))
      text += `${code.slice(statement.getFullStart(), statement.getStart())}__equal(${statement.expression.getText()}, ${wanted});`;
    else if (ts.isVariableStatement(statement))
      text += `${body}\n__equal(${statement.declarationList.declarations[0]?.name.getText()}, ${wanted});`;
    else throw new Error(`an example asserts a statement that has no value: ${body}`);
  }
  return text + code.slice(position);
}

function addTest(
  name: string,
  target: string,
  code: string,
  exported: readonly string[],
  folder: string,
): void {
  const used = exported.filter((word) => new RegExp(`\\b${word}\\b`).test(code));
  const imports = /^import /m.test(code)
    ? ""
    : `import { ${used.join(", ")} } from "@cxmetrics/${folder}";\n`;
  const file = join(out, target);
  writeFileSync(file, `${prelude}${used.length > 0 ? imports : ""}${assertions(code)}\n`);
  test(name, async () => {
    expect.hasAssertions();
    await import(/* @vite-ignore */ file);
  });
}

for (const folder of packages) {
  const exported = exportsOf(folder);
  describe(`examples of ${folder}`, () => {
    const source = join("packages", folder, "src");
    for (const file of readdirSync(source, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || /\.(test|bench)\.ts$/.test(file)) continue;
      const text = readFileSync(join(source, file), "utf8");
      let count = 0;
      for (const match of text.matchAll(/^[ \t]*\* ```ts\n([\s\S]*?)^[ \t]*\* ```$/gm)) {
        const line = text.slice(0, match.index).split("\n").length;
        const code = (match[1] ?? "").replace(/^[ \t]*\* ?/gm, "");
        addTest(
          `${file}:${line}`,
          `${folder}-${file.replaceAll(/[/\\]/g, "-")}.${count++}.ts`,
          code,
          exported,
          folder,
        );
      }
    }
    const readmes = readdirSync(join("packages", folder)).filter((name) => /^README.*\.md$/.test(name));
    for (const readme of readmes) {
      let count = 0;
      const text = readFileSync(join("packages", folder, readme), "utf8");
      for (const match of text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)) {
        const target = `${folder}-${readme}.${count++}.ts`;
        addTest(`${readme} example ${count}`, target, match[1] ?? "", exported, folder);
      }
    }
  });
}

describe("examples of the README", () => {
  for (const readme of ["README.md", "README.zh-CN.md"]) {
    let count = 0;
    for (const match of readFileSync(readme, "utf8").matchAll(/^```ts\n([\s\S]*?)^```$/gm))
      addTest(`${readme} example ${count + 1}`, `${readme}.${count++}.ts`, match[1] ?? "", [], "cli");
  }
});
