import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";

interface Findings {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly notes: readonly string[];
  readonly seconds: Readonly<Record<string, number>>;
}

/** The release rehearsal, run once. It uses what `npm run build` left (`npm test` sees to it). */
describe("release rehearsal", () => {
  let found: Findings;
  beforeAll(() => {
    for (const folder of readdirSync("packages"))
      if (!existsSync(`packages/${folder}/dist`))
        throw new Error(`packages/${folder} is not built: npm run build`);
    const { stdout, stderr } = spawnSync(process.execPath, ["tools/rehearsal.mjs", "--json"], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    if (stdout === "") throw new Error(stderr);
    found = JSON.parse(stdout) as Findings;
  }, 540_000);

  test("nothing fails", () => {
    expect(found.failed).toEqual([]);
  });

  test.each([
    /conformance agrees with every vector/,
    /esbuild runs/,
    /vite runs/,
    /older one gives its own numbers/,
    /newer one gives its own numbers/,
  ])("%s was tried", (name) => {
    expect(found.passed.some((passed) => name.test(passed))).toBe(true);
  });

  test("modules and CommonJS ran under every TypeScript, or it is said why not", () => {
    const ran = found.passed.filter((name) => /(ES module|CommonJS) by TypeScript \S+ runs/.test(name));
    const leftOut = found.notes.some((note) => note.startsWith("TypeScript could not be installed"));
    expect(ran).toHaveLength(leftOut ? 0 : 8);
  });
});
