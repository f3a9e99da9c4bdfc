// Keeps every package manifest uniform: the parts that must be the same everywhere are computed here, and
// `node tools/manifests.mjs` fails when a manifest differs. `--write` puts them right.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const REPOSITORY = "git+https://github.com/cxmetrics/cxmetrics.git";

const entry = (name) => ({
  "@cxmetrics/source": `./src/${name}.ts`,
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
});

/** The manifest that a package ought to have, given what only it can know (name, version, dependencies …). */
function uniform(folder, own) {
  const source = (name) => existsSync(`packages/${folder}/src/${name}.ts`);
  return {
    name: `@cxmetrics/${folder}`,
    version: own.version ?? "0.0.0",
    description: own.description ?? "",
    keywords: own.keywords ?? [],
    license: "MIT",
    repository: { type: "git", url: REPOSITORY, directory: `packages/${folder}` },
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19.0" },
    ...(own.bin ? { bin: own.bin } : {}),
    main: "./dist/index.cjs",
    module: "./dist/index.js",
    types: "./dist/index.d.cts",
    exports: {
      ".": entry("index"),
      ...(source("schema") ? { "./schema": entry("schema") } : {}),
      ...(own.exports?.["./schemas/*.json"] ? { "./schemas/*.json": "./schemas/*.json" } : {}),
      ...(own.exports?.["./definitions/*"] ? { "./definitions/*": "./definitions/*" } : {}),
      "./package.json": "./package.json",
    },
    files: [
      "dist",
      "src",
      "!src/**/*.test.ts",
      "!src/**/*.bench.ts",
      "CHANGELOG.md",
      ...["schemas", "definitions"].filter(
        (name) => own.exports?.[`./${name}/*`] || own.exports?.[`./${name}/*.json`],
      ),
    ],
    publishConfig: { access: "public", provenance: true },
    scripts: {
      build: "tsup",
      typecheck: "tsc --noEmit",
      "pack:check": "publint --strict && attw --pack . --profile node16 --format ascii",
    },
    ...(own.dependencies ? { dependencies: own.dependencies } : {}),
    ...(own.peerDependencies ? { peerDependencies: own.peerDependencies } : {}),
    ...(own.peerDependenciesMeta ? { peerDependenciesMeta: own.peerDependenciesMeta } : {}),
    ...(own.devDependencies ? { devDependencies: own.devDependencies } : {}),
  };
}

const write = process.argv.includes("--write");
const problems = [];
for (const folder of readdirSync("packages")) {
  const file = `packages/${folder}/package.json`;
  const own = JSON.parse(readFileSync(file, "utf8"));
  const text = `${JSON.stringify(uniform(folder, own), null, 2)}\n`;
  const normal = `${JSON.stringify(own, null, 2)}\n`;
  if (text !== normal) {
    if (write) writeFileSync(file, text);
    else problems.push(`${file} differs from the uniform manifest: run node tools/manifests.mjs --write`);
  }
  // Results name the package and version that computed them: a constant, so that no calculator reads a file.
  const engineFile = `packages/${folder}/src/engine.ts`;
  if (existsSync(engineFile)) {
    const source = readFileSync(engineFile, "utf8");
    const right = source.replace(/"@cxmetrics\/[a-z-]+@[^"]*"/, `"@cxmetrics/${folder}@${own.version}"`);
    if (source !== right) {
      if (write) writeFileSync(engineFile, right);
      else problems.push(`${engineFile} names another version: run node tools/manifests.mjs --write`);
    }
  }
  for (const [name, range] of Object.entries({ ...own.dependencies }))
    if ((name.startsWith("@cxmetrics/") || name === "simple-statistics") && !/^\d/.test(range))
      problems.push(`${file}: ${name} must be pinned exactly, not ${range}`);
  for (const name of ["README.md", "CHANGELOG.md", "tsconfig.json", "tsup.config.ts"])
    if (!existsSync(`packages/${folder}/${name}`)) problems.push(`packages/${folder}/${name} is missing`);
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
