import { readFileSync } from "node:fs";

/**
 * Mutation testing of one family of formulas: `CX_MUTATE=stats/trend npx stryker run`. `npm run mutation` runs all families
 * and holds the survivors to the reasons that are on file. docs/mutation.md explains.
 */
const [subject, family] = (process.env.CX_MUTATE ?? "stats/proportion-interval").split("/");
const folder = family === "root" ? "*.ts" : `${family}/**/*.ts`;

/** Ranges of mutants, where only some are asked for. */
const again = process.env.CX_MUTANTS ? JSON.parse(readFileSync(process.env.CX_MUTANTS, "utf8")) : undefined;

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  plugins: ["./tools/mutation/in-process-runner.mjs", "./tools/mutation/ignore-refusals.mjs"],
  ignorers: ["refusals"],
  testRunner: "in-process",
  mutate: [
    ...(again ?? [`packages/${subject}/src/${folder}`]),
    "!**/*.{test,bench}.ts",
    "!**/{problems,reasons,registry,ranges,index,engine,digests}.ts",
    "!**/{expect,check,parse,resolve,describe,define}-*.ts",
    "!**/read-key.ts",
    "!**/expect/**",
  ],
  mutator: { excludedMutations: ["StringLiteral", "OptionalChaining"] },
  coverageAnalysis: "perTest",
  ignoreStatic: process.env.CX_STATIC !== "1",
  concurrency: 1,
  timeoutMS: 4000,
  timeoutFactor: 1.2,
  reporters: ["json"],
  jsonReporter: { fileName: `temp/mutation/${again ? "again-" : ""}${subject}-${family}.json` },
  tempDirName: `temp/stryker-${again ? "again-" : ""}${subject}-${family}`,
  cleanTempDir: "always",
  ignorePatterns: ["dist", "docs", "coverage", "temp", ".turbo"],
  disableTypeChecks: true,
  allowEmpty: true,
};
