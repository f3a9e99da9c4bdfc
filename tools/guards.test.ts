import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/** The guards themselves are held to something: each must let a sound tree pass and stop a broken one. */
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "cx-guards-"));
  // The floors guard reads TypeScript, which Node finds above the script; the tree only needs to be the working folder.
  symlinkSync(resolve("node_modules"), join(tree, "node_modules"));
});
afterEach(() => {
  rmSync(tree, { recursive: true });
});

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), typeof content === "string" ? content : JSON.stringify(content));
}

function run(tool: string, ...options: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [resolve("tools", tool), ...options], { cwd: tree });
  return { status, said: stderr.toString() };
}

describe("floors", () => {
  beforeEach(() => {
    write("packages/stats/package.json", { dependencies: { "@cxmetrics/definition": "0.1.0" } });
    write("packages/scores/package.json", { dependencies: { "@cxmetrics/stats": "0.1.0" } });
    write("packages/stats/src/index.ts", 'export { didYouMean } from "@cxmetrics/definition";\n');
    write("packages/definition/package.json", {});
    write("packages/definition/src/index.ts", "export const didYouMean = 1;\n");
    write("packages/scores/src/index.ts", 'export { median } from "@cxmetrics/stats";\n');
  });

  test("lets arrows that point down pass", () => {
    expect(run("floors.mjs")).toEqual({ status: 0, said: "" });
  });

  test("stops every arrow that points elsewhere, by name", () => {
    const broken: readonly (readonly [string, RegExp])[] = [
      ['import "@cxmetrics/scores";', /points up or along a floor/],
      ['import "../../scores/src/index.js";', /reaches into another package's internals/],
      ['import { readFileSync } from "node:fs";', /only cli may touch the machine/],
      ['import * as z from "zod";', /zod belongs in src\/schema\.ts/],
      ["export const x = Math.random();", /no random source/],
      ["export const now = Date.now();", /no clock/],
      ['export const y = eval("1");', /no eval/],
      ['import "./median";', /lacks its \.js ending/],
    ];
    for (const [nth, [line]] of broken.entries()) write(`packages/stats/src/broken-${nth}.ts`, `${line}\n`);
    const { status, said } = run("floors.mjs");
    expect(status).toBe(1);
    for (const [nth, [, message]] of broken.entries()) {
      const lines = said.split("\n").filter((line) => line.includes(`broken-${nth}.ts`));
      expect(lines.join("\n")).toMatch(message);
    }
  });

  test("stops a package without a floor", () => {
    write("packages/attic/package.json", {});
    write("packages/attic/src/index.ts", "export {};\n");
    expect(run("floors.mjs").said).toMatch(/stands on no floor/);
  });
});

describe("ledger", () => {
  const vectors = (expected: number, id = "half") => ({
    vectors: [{ id, call: "median", arguments: [[1, 4]], expected, source: "by hand" }],
  });
  const changeset = (bump: string, results: string) =>
    `---\n"@cxmetrics/stats": ${bump}\n---\n\nSomething.\n\n${results}\n`;

  beforeEach(() => {
    write("packages/stats/package.json", { version: "0.1.0" });
    write("packages/stats/fixtures/ledger.json", vectors(2.5));
    write(".changeset/config.json", {});
    run("ledger.mjs", "--release");
  });

  test("lets numbers that stand still pass", () => {
    expect(run("ledger.mjs")).toEqual({ status: 0, said: "" });
  });

  test("stops a number that moves in silence, or under a word that does not say so", () => {
    write("packages/stats/fixtures/ledger.json", vectors(2.75));
    expect(run("ledger.mjs").said).toMatch(/half moved/);
    write(".changeset/quiet.md", changeset("minor", "Results: unchanged"));
    expect(run("ledger.mjs").status).toBe(1);
    write(".changeset/quiet.md", changeset("minor", "Results: changed"));
    expect(run("ledger.mjs")).toEqual({ status: 0, said: "" });
  });

  test("stops a vector that vanishes, and a new one that is not told", () => {
    write("packages/stats/fixtures/ledger.json", vectors(2.5, "other"));
    expect(run("ledger.mjs").said).toMatch(/half moved/);
    write("packages/stats/fixtures/ledger-more.json", vectors(2.5));
    expect(run("ledger.mjs").said).toMatch(/1 new vectors/);
    write(".changeset/more.md", changeset("minor", "Results: new"));
    expect(run("ledger.mjs").status).toBe(0);
  });

  test("stops a changed number under a patch, before 1.0 and after", () => {
    write(".changeset/small.md", changeset("patch", "Results: changed"));
    expect(run("ledger.mjs").said).toMatch(/are a minor, not a patch/);
    write("packages/stats/package.json", { version: "1.2.0" });
    write(".changeset/small.md", changeset("minor", "Results: changed"));
    expect(run("ledger.mjs").said).toMatch(/are a major, not a minor/);
  });

  test("stops a changeset that does not say what became of the results", () => {
    write(".changeset/mute.md", changeset("patch", "Tidied."));
    expect(run("ledger.mjs").said).toMatch(/say "Results: unchanged \| changed \| new"/);
  });
});
