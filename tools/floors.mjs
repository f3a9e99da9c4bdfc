// Fails on an import up or along a floor of the architecture, or into another package's internals.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Packages by floor; an arrow points to a lower floor only. docs/architecture.md says why each stands where it does. */
const floors = [
  ["definition"],
  ["formula", "stats", "domain"],
  ["scores", "operations", "funnel", "index-model", "loop"],
  ["guides", "insight", "workbook", "sql", "evaluation"],
  ["conformance", "report"],
  ["cli"],
];
const floorOf = new Map(floors.flatMap((names, floor) => names.map((name) => [name, floor])));
/** Packages that may touch the file system and the process; all others compute. */
const shells = new Set(["cli"]);

const problems = [];
for (const folder of readdirSync("packages")) {
  const floor = floorOf.get(folder);
  if (floor === undefined)
    problems.push(`packages/${folder} stands on no floor: name its place in tools/floors.mjs`);
  const own = JSON.parse(readFileSync(join("packages", folder, "package.json"), "utf8"));
  for (const file of readdirSync(join("packages", folder, "src"), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const isTest = /\.(test|bench)\.ts$/.test(file);
    const path = join("packages", folder, "src", file);
    for (const { fileName: target } of ts.preProcessFile(readFileSync(path, "utf8")).importedFiles) {
      const at = `${path}: import of ${target}`;
      const inner = /^@cxmetrics\/([^/]+)(\/.*)?$/.exec(target);
      if (inner) {
        const [, name, rest] = inner;
        const other = floorOf.get(name);
        if (name === folder) problems.push(`${at} is the package itself: import the file`);
        else if (other === undefined || floor === undefined || other >= floor)
          problems.push(`${at} points up or along a floor`);
        if (rest && rest !== "/schema") problems.push(`${at} reaches into another package's internals`);
        if (!isTest && !own.dependencies?.[`@cxmetrics/${name}`]) problems.push(`${at} is not a dependency`);
      } else if (/\.\.\/\.\.\/.*\/src\//.test(target) || /packages\//.test(target)) {
        problems.push(`${at} reaches into another package's internals`);
      } else if (
        !isTest &&
        !shells.has(folder) &&
        (target.startsWith("node:") || target === "fs" || target === "path")
      ) {
        problems.push(`${at}: only ${[...shells].join(", ")} may touch the machine`);
      } else if (!isTest && target === "zod" && !/^schemas?[/.]/.test(file) && !shells.has(folder)) {
        problems.push(`${at}: zod belongs in src/schema.ts, so that calculators never load it`);
      }
      if (target.startsWith(".") && !/\.(js|json)$/.test(target) && !existsSync(join(path, "..", target)))
        problems.push(`${at} lacks its .js ending`);
    }
    if (
      /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\beval\(|\bnew Function\(/.test(
        readFileSync(path, "utf8"),
      ) &&
      !isTest &&
      !shells.has(folder)
    )
      problems.push(`${path}: no clock, no random source and no eval inside a calculation`);
  }
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
