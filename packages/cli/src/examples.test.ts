import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Runs the `js` examples in the doc comments of what is not exported from the package: a line `expression; // => value` is asserted,
 * with the exports of its own file at hand. (`ts` examples, of what is exported, are run for all packages together.)
 */
const source = import.meta.dirname;
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (file) =>
    file.endsWith(".ts") &&
    !file.endsWith(".test.ts") &&
    readFileSync(join(source, file), "utf8").includes("* ```js\n"),
);

describe.each(files)("examples of %s", (file) => {
  const text = readFileSync(join(source, file), "utf8");
  const examples = [...text.matchAll(/^[ \t]*\* ```js\n([\s\S]*?)^[ \t]*\* ```$/gm)].map(([, body = ""]) =>
    body.replace(/^[ \t]*\* ?/gm, ""),
  );
  test("give what they say", async () => {
    const module = (await import(/* @vite-ignore */ join(source, file))) as Record<string, unknown>;
    let asserted = 0;
    const equal = (actual: unknown, wanted: unknown) => {
      asserted += 1;
      expect(actual).toEqual(wanted);
    };
    for (const example of examples) {
      const before = asserted;
      const body = example
        .replace(/ as const/g, "")
        .replace(/^(?!const )(.+?);?\s*\/\/ => (.+)$/gm, "__equal(($1), ($2));");
      new Function("__equal", ...Object.keys(module), body)(equal, ...Object.values(module));
      expect(asserted, `assertions in ${example}`).toBeGreaterThan(before);
    }
  });
});
