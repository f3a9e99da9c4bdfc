import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Every export has a doc comment; every exported function or constant that can be run shows a running example. */
const entries = readdirSync("packages").map((folder) => join("packages", folder, "src", "index.ts"));
const program = ts.createProgram(entries, {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  customConditions: ["@cxmetrics/source"],
  noEmit: true,
});
const checker = program.getTypeChecker();

test.each(entries)("%s documents what it exports", (entry) => {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const faults: string[] = [];
  for (const exported of module ? checker.getExportsOfModule(module) : []) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const own = symbol.declarations?.some(
      (declaration) => !declaration.getSourceFile().fileName.includes("node_modules/"),
    );
    if (!own) continue;
    if (ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === "")
      faults.push(`${exported.name} has no doc comment`);
    const isCode = symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class);
    const example = symbol.getJsDocTags(checker).find((tag) => tag.name === "example");
    if (isCode && !/```ts[\s\S]*\/\/ => /.test(ts.displayPartsToString(example?.text)))
      faults.push(`${exported.name} has no example that runs`);
  }
  expect(faults).toEqual([]);
});
