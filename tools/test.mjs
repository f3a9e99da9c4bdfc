// `npm test`: installs if needed, builds, lints, type-checks, runs every test and every package check. The last line
// counts the tests from the runner's own report.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installOnce, root, run } from "./install.mjs";

installOnce();

const report = join(root, "node_modules", ".cache", "vitest-report.json");
rmSync(report, { force: true });

const steps = [
  // The site is built by its own suite, without the pages of the API, which `npm run docs` adds.
  [
    "build and types",
    "npx",
    ["turbo", "run", "build", "typecheck", "--filter=./packages/*", "--output-logs=errors-only"],
  ],
  ["tools' types", "npx", ["tsc", "--noEmit", "-p", "tools"]],
  ["format and lint", "npx", ["biome", "ci", "."]],
  ["floors", "node", ["tools/floors.mjs"]],
  ["manifests", "node", ["tools/manifests.mjs"]],
  ["workspace versions", "npx", ["sherif"]],
  ["unused code", "npx", ["knip", "--no-config-hints"]],
  ["results ledger", "node", ["tools/ledger.mjs"]],
  ["tests", "npx", ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]],
  ["packed artefacts", "npx", ["turbo", "run", "pack:check", "--output-logs=errors-only"]],
  ["public signatures", "node", ["tools/api-reports.mjs"]],
  ["bundle sizes", "npx", ["size-limit"]],
];

const failed = [];
for (const [name, command, args] of steps) {
  console.log(`\n— ${name}`);
  if (!run(command, args)) {
    failed.push(name);
    // Nothing after a failed build says anything true.
    if (name === "build and types") break;
  }
}

for (const name of failed) console.error(`\nfailed: ${name}`);
let passedTests = 0;
let failedTests = 0;
let skippedTests = 0;
try {
  const counts = JSON.parse(readFileSync(report, "utf8"));
  passedTests = counts.numPassedTests;
  failedTests = counts.numFailedTests;
  skippedTests = counts.numPendingTests + (counts.numTodoTests ?? 0);
} catch {
  failed.push("tests");
}
console.log(
  `\n${passedTests} passed, ${failedTests} failed${skippedTests > 0 ? `, ${skippedTests} skipped` : ""}`,
);
process.exit(failed.length > 0 || failedTests > 0 ? 1 : 0);
