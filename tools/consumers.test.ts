import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * What users get: every package packed, the tarballs installed into two clean projects, and a real program run in each.
 * Needs `npm run build` first (`npm test` sees to it).
 */
const home = mkdtempSync(join(tmpdir(), "cxmetrics-consumer-"));
const npm = (args: string[], cwd: string) =>
  execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    // Settings that npm hands to its scripts would make the inner npm think that it stands in our own workspace.
    env: Object.fromEntries(
      Object.entries(process.env).filter(
        ([key]) => !/^npm_(config_local_prefix|package|lifecycle)/.test(key),
      ),
    ),
  });

const packages = readdirSync("packages");

beforeAll(() => {
  for (const folder of packages)
    if (!existsSync(join("packages", folder, "dist")))
      throw new Error(`packages/${folder} is not built: npm run build`);
  const tarballs = join(home, "tarballs");
  mkdirSync(tarballs);
  npm(["pack", "--workspaces", "--ignore-scripts", "--pack-destination", tarballs], resolve("."));
  const files = readdirSync(tarballs)
    .filter((name) => !name.includes("-docs-"))
    .map((name) => join(tarballs, name));
  expect(files).toHaveLength(packages.length);
  const own = JSON.parse(readFileSync("packages/domain/package.json", "utf8")) as {
    devDependencies: Record<string, string>;
  };
  for (const kind of ["esm", "cjs"]) {
    const project = join(home, kind);
    mkdirSync(project);
    writeFileSync(
      join(project, "package.json"),
      JSON.stringify({ name: kind, private: true, type: kind === "esm" ? "module" : "commonjs" }),
    );
    if (kind === "esm")
      npm(["install", ...files, `zod@${own.devDependencies["zod"]}`, "--prefer-offline"], project);
    // The second project gets the same tarballs from the cache that the first one filled.
    else npm(["install", ...files, `zod@${own.devDependencies["zod"]}`, "--prefer-offline"], project);
  }
}, 300_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

const body = `
const { status, value, definition } = scores.estimateNps([10, 9, 7, 3]);
const tally = funnel.tallyFunnel(
  [
    { actor: "a", event: "apply", timeMs: 0 },
    { actor: "a", event: "approve", timeMs: 5000 },
    { actor: "b", event: "apply", timeMs: 1000 },
  ],
  funnel.orderedFunnel({ steps: ["apply", "approve"], windowMs: 60000 }),
);
const hdi = model.scoreIndex(guides.resolveIndexDefinition("undp.hdi"), {
  units: ["AFG 1990"],
  columns: { life_expectancy: [45.9672], expected_schooling: [2.504050016], mean_schooling: [0.97112539], gni_pc_ppp: [2684.550019] },
});
const index = hdi.nodes[hdi.document.root].values[0];
const level = schema.ChannelSchema ? "schema" : Object.keys(schema).length > 0 ? "schema" : "none";
console.log(JSON.stringify({ status, value, id: definition.id, counts: tally.counts, hdi: index.toFixed(3), t: stats.tDistribution.quantile(0.975, 9).toFixed(6), level }));
`;
const expected = {
  status: "ok",
  value: 25,
  id: "nps",
  counts: [2, 1],
  hdi: "0.273",
  t: "2.262157",
  level: "schema",
};

const names = {
  scores: "scores",
  funnel: "funnel",
  model: "index-model",
  guides: "guides",
  stats: "stats",
  schema: "domain/schema",
};

describe("packed packages", () => {
  test("run in an ES module project", () => {
    const imports = Object.entries(names)
      .map(([name, path]) => `import * as ${name} from "@cxmetrics/${path}";`)
      .join("\n");
    const file = join(home, "esm", "program.js");
    writeFileSync(file, imports + body);
    expect(JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" }))).toEqual(expected);
  });

  test("run in a CommonJS project", () => {
    const imports = Object.entries(names)
      .map(([name, path]) => `const ${name} = require("@cxmetrics/${path}");`)
      .join("\n");
    const file = join(home, "cjs", "program.js");
    writeFileSync(file, imports + body);
    expect(JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" }))).toEqual(expected);
  });

  test("the command line answers from its tarball", () => {
    const csv = join(home, "esm", "ratings.csv");
    writeFileSync(csv, "rating\n10\n9\n7\n3\n");
    const cx = join(home, "esm", "node_modules", "@cxmetrics", "cli", "dist", "cx.js");
    const answer = execFileSync(
      process.execPath,
      [cx, "score", csv, "--metric", "nps", "--rating", "rating", "--json"],
      { encoding: "utf8" },
    );
    expect(JSON.parse(answer).rows[0].value).toBe(25);
  });

  test("calculators never load zod", () => {
    const file = join(home, "cjs", "no-zod.js");
    const calculators = [
      "definition",
      "formula",
      "stats",
      "scores",
      "funnel",
      "index-model",
      "guides",
    ].filter((name) => packages.includes(name));
    writeFileSync(
      file,
      `${calculators.map((name) => `require("@cxmetrics/${name}");`).join("\n")}
console.log(Object.keys(require.cache).filter((path) => /[\\\\/]zod[\\\\/]/.test(path)).length);`,
    );
    expect(execFileSync(process.execPath, [file], { encoding: "utf8" }).trim()).toBe("0");
  });

  test("every package says the same version twice", () => {
    for (const folder of packages) {
      const installed = JSON.parse(
        readFileSync(join(home, "esm", "node_modules", "@cxmetrics", folder, "package.json"), "utf8"),
      );
      const own = JSON.parse(readFileSync(join("packages", folder, "package.json"), "utf8"));
      expect(installed.version).toBe(own.version);
    }
  });
});
