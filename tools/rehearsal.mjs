// Rehearses a release: the tree as `changeset version` would leave it, packed, and the tarballs used as strangers would use them: from ES
// modules, CommonJS and two bundlers, under TypeScript 5.4 to 7, and two versions of one package side by side. Every program must give the
// numbers of the workspace to the last bit. Needs `npm run build` first, or --build, which builds the copy itself (minutes).
// --json prints the findings as JSON.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build as esbuild } from "esbuild";
import { nextRelease, publishedPackages } from "./rehearsal/next-release.mjs";
import { areas, programText, runnerText } from "./rehearsal/program.mjs";
import { sideBySide } from "./rehearsal/side-by-side.mjs";
import { inPairs, install, start } from "./rehearsal/start.mjs";

const typescripts = { 5.4: "5.4.5", 5.9: "5.9.3", "6.0": "6.0.3", 7: "7.0.2" };
const root = resolve(".");
const home = mkdtempSync(join(tmpdir(), "cx-rehearsal-"));
const began = performance.now();
const found = { passed: [], failed: [], notes: [], seconds: {} };

function check(name, passed, detail = "") {
  found[passed ? "passed" : "failed"].push(passed || !detail ? name : `${name}: ${detail}`);
}
async function attempt(name, job) {
  try {
    const told = await job();
    check(name, told === undefined || told === true, typeof told === "string" ? told : "");
  } catch (error) {
    check(name, false, error.message);
  }
}
const timed = async (name, job) => {
  const from = performance.now();
  const told = await job();
  found.seconds[name] = Math.round((performance.now() - from) / 100) / 10;
  return told;
};

try {
  const copy = join(home, "copy");
  const packages = await timed("version, build, pack", () =>
    nextRelease(root, copy, { build: process.argv.includes("--build") }),
  );
  checkManifests(packages, copy);

  const project = join(home, "project");
  const compilers = join(home, "typescript");
  for (const folder of [project, compilers]) mkdirSync(folder);
  writeFileSync(join(project, "package.json"), '{ "name": "consumer", "private": true }');
  writeFileSync(join(compilers, "package.json"), '{ "name": "compilers", "private": true }');
  const zod = JSON.parse(await readFile("packages/domain/package.json", "utf8")).devDependencies.zod;
  await timed("install", () =>
    Promise.all([
      install(project, [...packages.map(({ tarball }) => tarball), `zod@${zod}`]),
      installCompilers(compilers),
    ]),
  );
  for (const { folder, name, version } of packages) {
    const at = join(project, "node_modules", "@cxmetrics", folder, "package.json");
    check(`${name} installs as ${version}`, JSON.parse(await readFile(at, "utf8")).version === version);
  }

  // The command line is a program of its own; all other packages run anywhere.
  const folders = packages.map(({ folder }) => folder).filter((folder) => folder !== "cli");
  const text = programText(folders);
  const documents = areas.map((area) => join(root, "packages/conformance/schemas/vectors", `${area}.json`));
  const runner = join(home, "runner.mjs");
  writeFileSync(runner, runnerText);
  const numbers = async (program) => start(process.execPath, [runner, program, ...documents], home);
  const workspace = await timed("workspace", () => workspaceNumbers(text, numbers));
  const same = async (program) => {
    const got = await numbers(program);
    return got === workspace || `gives ${got.slice(0, 300)}`;
  };

  const jobs = [];
  for (const [label] of Object.entries(typescripts))
    jobs.push(...typescriptJobs(label, compilers, project, text, same));
  jobs.push(...bundlerJobs(project, text, same), ...commandLineJobs(project), zodJob(packages, project));
  await timed("consumers", () => inPairs(jobs));

  await timed("side by side", () =>
    attempt("two versions of one package side by side", async () => {
      const { from, versions, sides } = await sideBySide(root, home, packages);
      found.notes.push(`older version: ${versions.older}, from ${from}`);
      check("the two versions differ", versions.older !== versions.newer, versions.newer);
      for (const side of ["older", "newer"]) {
        const { vectors, wrong, engine } = sides[side];
        found.notes.push(`${side}: ${engine}, ${vectors} vectors of its own ledger`);
        check(`the ${side} one names itself`, engine.endsWith(`@${versions[side]}`), engine);
        check(`the ${side} one gives its own numbers`, vectors > 0 && wrong.length === 0, wrong.join(", "));
      }
    }),
  );
} catch (error) {
  check("the rehearsal itself", false, error.stack);
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}

found.seconds.all = Math.round((performance.now() - began) / 100) / 10;
if (process.argv.includes("--json")) console.log(JSON.stringify(found));
else {
  for (const note of found.notes) console.log(note);
  for (const failure of found.failed) console.error(`failed: ${failure}`);
  const spent = Object.entries(found.seconds).map(([name, seconds]) => `${name} ${seconds} s`);
  console.log(spent.join(", "));
  console.log(`${found.passed.length} passed, ${found.failed.length} failed`);
}
process.exitCode = found.failed.length > 0 ? 1 : 0;

/** What the changesets have done to the manifests, and what the tarballs hold. */
function checkManifests(packages, copy) {
  const before = new Map(publishedPackages(root).map(({ name, version }) => [name, version]));
  const versions = new Map(packages.map(({ name, version }) => [name, version]));
  const changesets = (tree) => readdirSync(join(tree, ".changeset")).filter((file) => file.endsWith(".md"));
  check("no changeset is left over", changesets(copy).length === 0, changesets(copy).join(", "));
  const bumped = packages.filter(({ name, version }) => version !== before.get(name));
  found.notes.push(
    `next release: ${bumped.map(({ name, version }) => `${name}@${version}`).join(", ") || "nothing"}`,
  );
  check("changesets bump something, or there are none", bumped.length > 0 || changesets(root).length === 0);
  for (const { name, version, dependencies = {}, files } of packages) {
    const own = Object.entries(dependencies).filter(([other]) => versions.has(other));
    const wrong = own.filter(([other, range]) => versions.get(other) !== range);
    check(`${name}@${version} names the packages of this release`, wrong.length === 0, JSON.stringify(wrong));
    const missing = [
      "README.md",
      "CHANGELOG.md",
      "package.json",
      ...["js", "cjs", "d.ts", "d.cts"].map((end) => `dist/index.${end}`),
    ].filter((file) => !files.includes(file));
    const tests = files.filter((file) => /\.(test|bench)\.|fixtures\//.test(file));
    check(
      `${name} packs what it promises`,
      missing.length + tests.length === 0,
      [...missing, ...tests].join(", "),
    );
  }
}

/** TypeScript from old to new; where the registry cannot be reached, a version that is not in the cache is left out. */
async function installCompilers(folder) {
  const specifiers = Object.entries(typescripts).map(
    ([label, version]) => `ts${label}@npm:typescript@${version}`,
  );
  try {
    await install(folder, specifiers);
  } catch (error) {
    if (process.env.CX_REQUIRE_SYSTEM === "1") throw error;
    found.notes.push("TypeScript could not be installed: its checks are left out");
  }
}

/** The program, bundled as it stands in the workspace, resolved from the workspace: the numbers that all others must give. */
async function workspaceNumbers(text, numbers) {
  const outfile = join(home, "workspace.cjs");
  await esbuild({
    stdin: { contents: text, resolveDir: root, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile,
    logLevel: "error",
  });
  return numbers(outfile);
}

/** A clean project of its own that sees the installed tarballs. */
function consumer(name, project, manifest, files) {
  const folder = join(home, name);
  mkdirSync(folder);
  symlinkSync(
    join(project, "node_modules"),
    join(folder, "node_modules"),
    process.platform === "win32" ? "junction" : "dir",
  );
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: name.toLowerCase(), private: true, ...manifest }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/** Compiles the program as a module, as CommonJS and for a bundler; what comes out is run. */
function typescriptJobs(label, compilers, project, text, same) {
  const compiler = join(compilers, "node_modules", `ts${label}`, "bin", "tsc");
  if (!readdirSync(compilers).includes("node_modules")) return [];
  const options = {
    strict: true,
    target: "ES2022",
    lib: ["ES2022"],
    types: [],
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
  };
  const compile = (folder) => start(process.execPath, [compiler, "-p", folder], folder);
  return [
    async () => {
      const folder = consumer(
        `node-${label}`,
        project,
        {},
        {
          "program.mts": text,
          "program.cts": text,
          "tsconfig.json": JSON.stringify({
            compilerOptions: { ...options, module: "NodeNext", moduleResolution: "NodeNext", outDir: "out" },
            files: ["program.mts", "program.cts"],
          }),
        },
      );
      await attempt(`TypeScript ${label} compiles ES module and CommonJS`, () =>
        compile(folder).then(() => {}),
      );
      await attempt(`ES module by TypeScript ${label} runs`, () => same(join(folder, "out/program.mjs")));
      await attempt(`CommonJS by TypeScript ${label} runs`, () => same(join(folder, "out/program.cjs")));
    },
    async () => {
      const folder = consumer(
        `bundler-${label}`,
        project,
        { type: "module" },
        {
          "program.ts": text,
          "tsconfig.json": JSON.stringify({
            compilerOptions: { ...options, module: "ESNext", moduleResolution: "Bundler", noEmit: true },
            files: ["program.ts"],
          }),
        },
      );
      await attempt(`TypeScript ${label} accepts it for a bundler`, () => compile(folder).then(() => {}));
    },
  ];
}

/** Bundles for the browser, minified, and runs the one file that comes out where no package can be found. */
function bundlerJobs(project, text, same) {
  const away = join(home, "bundles");
  mkdirSync(away);
  return [
    async () => {
      const folder = consumer("esbuild", project, { type: "module" }, { "program.ts": text });
      const outfile = join(away, "esbuild.mjs");
      await attempt("a bundle by esbuild runs", async () => {
        const entryPoints = [join(folder, "program.ts")];
        await esbuild({
          entryPoints,
          bundle: true,
          minify: true,
          platform: "browser",
          format: "esm",
          outfile,
          logLevel: "error",
        });
        return same(outfile);
      });
    },
    async () => {
      const folder = consumer("vite", project, { type: "module" }, { "program.ts": text });
      await attempt("a bundle by vite runs", async () => {
        const { build } = await import("vite");
        await build({
          root: folder,
          configFile: false,
          logLevel: "error",
          build: {
            lib: { entry: join(folder, "program.ts"), formats: ["es"], fileName: () => "vite.mjs" },
            outDir: away,
            emptyOutDir: false,
          },
        });
        return same(join(away, "vite.mjs"));
      });
    },
  ];
}

/** Schemas stand in a subpath of their own: whoever asks for a calculator must not load zod. */
function zodJob(packages, project) {
  const calculators = packages.map(({ name }) => name).filter((name) => name !== "@cxmetrics/cli");
  return () =>
    attempt(`${calculators.length} packages never load zod`, async () => {
      const file = join(project, "no-zod.cjs");
      const loaded = "Object.keys(require.cache).filter((path) => /[\\\\/]zod[\\\\/]/.test(path))";
      writeFileSync(
        file,
        `${calculators.map((name) => `require("${name}");`).join("\n")}\nconsole.log(${loaded}.length);`,
      );
      const count = (await start(process.execPath, [file], project)).trim();
      return count === "0" || `${count} files of zod`;
    });
}

/** The command line, from its tarball. */
function commandLineJobs(project) {
  const cx = (...args) =>
    start(
      process.execPath,
      [join(project, "node_modules/@cxmetrics/cli/dist/cx.js"), ...args, "--json"],
      home,
    );
  return [
    () =>
      attempt("cx score answers", async () => {
        writeFileSync(join(home, "ratings.csv"), "rating\n10\n9\n7\n3\n");
        const { rows } = JSON.parse(
          await cx("score", "ratings.csv", "--metric", "nps", "--rating", "rating"),
        );
        return rows[0].value === 25 || `value ${rows[0].value}`;
      }),
    () =>
      attempt("cx conformance agrees with every vector", async () => {
        const { result } = JSON.parse(await cx("conformance"));
        const vectors = result.areas.reduce((sum, { counts }) => sum + counts.passed, 0);
        found.notes.push(`cx conformance from its tarball: ${vectors} vectors passed`);
        return result.conforms && vectors > 0;
      }),
  ];
}
