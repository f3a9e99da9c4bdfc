// Two versions of one package in one project: each must give the numbers that its own ledger pins.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { install, start } from "./start.mjs";

/** The package that stands twice, and what it leans on. */
const twice = "scores";
const below = ["definition", "stats"];

/**
 * The newest commit that released the package (only a release writes its changelog) under a version other than the one at hand, where the
 * history reaches so far. A shallow clone shows its oldest commit as the one that wrote every file; only a commit with a parent counts.
 */
async function releaseCommit(root, version) {
  const git = (...args) => start("git", args, root);
  try {
    const commits = await git("log", "--format=%H", "--", `packages/${twice}/CHANGELOG.md`);
    for (const commit of commits.trim().split("\n")) {
      await git("cat-file", "-e", `${commit}^`);
      const manifest = JSON.parse(await git("show", `${commit}:packages/${twice}/package.json`));
      if (manifest.version !== version) return commit;
    }
  } catch {
    // No git, or no history: the copy serves.
  }
  return null;
}

/** Packs a folder of sources as they stood, JavaScript only: types are not looked at here. */
async function packSources(folder, tarballs) {
  const entryPoints = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.(test|bench|test-d)\.ts$/.test(file))
    .map((file) => join(folder, "src", file));
  await build({
    entryPoints,
    outdir: join(folder, "dist"),
    outbase: join(folder, "src"),
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  const told = JSON.parse(
    await start("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", tarballs], folder),
  );
  return join(tarballs, told[0].filename);
}

/** An older version of the package and of those below it: from the history, else a copy of today's under another version. */
async function older(root, home, packages) {
  const tarballs = join(home, "older-tarballs");
  mkdirSync(tarballs, { recursive: true });
  const newer = packages.find(({ folder }) => folder === twice).version;
  const commit = await releaseCommit(root, newer);
  const sources = join(home, "older");
  mkdirSync(sources, { recursive: true });
  if (commit) {
    const archive = join(home, "older.tar");
    const paths = [twice, ...below].map((name) => `packages/${name}`);
    await start("git", ["archive", "--format=tar", "-o", archive, commit, ...paths], root);
    await start("tar", ["-xf", archive, "-C", sources], home);
  } else
    for (const name of [twice, ...below]) {
      const target = join(sources, "packages", name);
      cpSync(join(root, "packages", name), target, {
        recursive: true,
        filter: (path) => !["node_modules", "dist"].includes(basename(path)),
      });
      rename(target, name);
    }
  const found = {};
  for (const name of [twice, ...below])
    found[name] = await packSources(join(sources, "packages", name), tarballs);
  const { version } = JSON.parse(readFileSync(join(sources, "packages", twice, "package.json"), "utf8"));
  return {
    from: commit ? `commit ${commit.slice(0, 7)}` : "a copy of today's source: the history is too short",
    version,
    newer,
    found,
    sources,
  };
}

/** Gives a copy a version of its own, as an older release would have it. */
function rename(folder, name) {
  const version = "0.0.1-rehearsal";
  const file = join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  for (const other of below)
    if (manifest.dependencies?.[`@cxmetrics/${other}`])
      manifest.dependencies[`@cxmetrics/${other}`] = version;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  const engine = join(folder, "src/engine.ts");
  if (existsSync(engine))
    writeFileSync(
      engine,
      readFileSync(engine, "utf8").replace(/@cxmetrics\/[a-z-]+@[^"]*/, `@cxmetrics/${name}@${version}`),
    );
}

const program = `
import { readFileSync, readdirSync } from "node:fs";
const sides = { older: await import("older-scores"), newer: await import("@cxmetrics/${twice}") };
const at = (value, path) => path.split(".").reduce((inner, key) => inner?.[key], value);
const agree = (actual, wanted, tolerance) =>
  typeof wanted === "number" && typeof actual === "number"
    ? Math.abs(actual - wanted) <= tolerance * Math.max(Math.abs(wanted), Number.MIN_VALUE)
    : typeof wanted === "object" && wanted !== null
      ? typeof actual === "object" && actual !== null && Object.entries(wanted).every(([key, member]) => agree(actual[key], member, tolerance))
      : actual === wanted;
const told = {};
for (const [side, folder] of [["older", process.argv[2]], ["newer", process.argv[3]]]) {
  const vectors = readdirSync(folder).filter((name) => /^ledger.*\\.json$/.test(name))
    .flatMap((name) => JSON.parse(readFileSync(folder + "/" + name, "utf8")).vectors);
  const wrong = vectors.filter((vector) => {
    const result = JSON.parse(JSON.stringify(sides[side][vector.call](...vector.arguments)));
    return !agree(vector.select ? at(result, vector.select) : result, vector.expected, vector.tolerance ?? 0);
  });
  told[side] = { vectors: vectors.length, wrong: wrong.map(({ id }) => id), engine: sides[side].estimateNps([10, 9, 7, 3]).engine };
}
console.log(JSON.stringify(told));
`;

/** @returns what each side said of itself and of its ledger */
export async function sideBySide(root, home, packages) {
  const { from, version, newer, found, sources } = await older(root, home, packages);
  const project = join(home, "side-by-side");
  mkdirSync(project);
  const file = (name) => `file:${found[name]}`;
  const today = Object.fromEntries(
    packages
      .filter(({ folder }) => [twice, ...below].includes(folder))
      .map(({ name, tarball }) => [name, `file:${tarball}`]),
  );
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({
      name: "side-by-side",
      private: true,
      type: "module",
      dependencies: { ...today, "older-scores": file(twice) },
      overrides: {
        "older-scores": Object.fromEntries(below.map((name) => [`@cxmetrics/${name}`, file(name)])),
      },
    }),
  );
  await install(project, []);
  writeFileSync(join(project, "program.mjs"), program);
  const told = JSON.parse(
    await start(
      process.execPath,
      [
        "program.mjs",
        join(sources, "packages", twice, "fixtures"),
        join(root, "packages", twice, "fixtures"),
      ],
      project,
    ),
  );
  return { from, versions: { older: version, newer }, sides: told };
}
