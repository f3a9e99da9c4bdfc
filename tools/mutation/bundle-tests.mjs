import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Suites that judge refusals of hostile input: slow, and they kill nothing that a number does not. */
const leftOut = /(^|\/)(hostile-[^/]*|engine)\.test\.ts$/;

/**
 * One module of all unit tests of a package and its ledger. Packages resolve to the source beside the tests, which in
 * Stryker's sandbox is the instrumented one.
 *
 * @returns path of the module
 */
export async function bundleTests(root, subject) {
  const source = join(root, "packages", subject, "src");
  // `CX_TESTS` narrows the tests to files whose path it matches; what survives is then run again with all of them.
  const wanted = new RegExp(process.env.CX_TESTS ?? "");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts") && !leftOut.test(file) && wanted.test(file))
    .sort();
  const fixtures = join(root, "packages", subject, "fixtures");
  const ledgers = readdirSync(fixtures).filter((name) => /^ledger.*\.json$/.test(name));
  const contents = [
    `import "./tools/fixed-seed.ts";`,
    `import { agree, at } from "./tools/ledger-vector.ts";`,
    `import { test } from "vitest";`,
    `import fc from "fast-check";`,
    `import * as subject from "@cxmetrics/${subject}";`,
    // A few cases, and any counterexample: looking for the smallest one would take long.
    `fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: ${process.env.CX_RUNS ?? 20}, endOnFailure: true });`,
    ...files.map((file) => `import ${JSON.stringify(join(source, file))};`),
    ...ledgers.map((name, index) => `import ledger${index} from ${JSON.stringify(join(fixtures, name))};`),
    `for (const { vectors } of [${ledgers.map((_, index) => `ledger${index}`)}])`,
    `  for (const { id, call, arguments: args, select, expected, tolerance } of vectors)`,
    `    test("ledger › " + id, () => {`,
    `      const result = JSON.parse(JSON.stringify(at(subject, call)(...args)));`,
    `      agree(select ? at(result, select) : result, expected, tolerance ?? 0);`,
    `    });`,
  ].join("\n");
  const outfile = join(root, "temp", `tests-of-${subject}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, sourcefile: "tests.ts", loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["@cxmetrics/source"],
    logLevel: "warning",
    alias: {
      vitest: join(root, "tools", "mutation", "vitest-shim.mjs"),
      ...Object.fromEntries(
        readdirSync(join(root, "packages")).map((name) => [
          `@cxmetrics/${name}`,
          join(root, "packages", name, "src", "index.ts"),
        ]),
      ),
    },
    packages: "external",
    // The packages say that importing them has no side effects; importing a test registers it.
    ignoreAnnotations: true,
  });
  return outfile;
}
