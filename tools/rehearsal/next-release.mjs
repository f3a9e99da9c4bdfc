// The tree as the next release would leave it: a copy in which `changeset version` and what follows it have run.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { start } from "./start.mjs";

const json = (file) => JSON.parse(readFileSync(file, "utf8"));
const link = (target, path) => symlinkSync(target, path, process.platform === "win32" ? "junction" : "dir");

/** Copies what a release touches, with its own links between the packages. */
function copyTree(root, copy) {
  const left = new Set(["node_modules", "dist", ".turbo", "coverage"]);
  const filter = (path) => !left.has(path.split(/[\\/]/).at(-1));
  for (const name of [".changeset", "packages", "tools", "package.json", "tsconfig.base.json", "biome.json"])
    cpSync(join(root, name), join(copy, name), { recursive: true, filter });
  mkdirSync(join(copy, "docs"));
  cpSync(join(root, "docs/package.json"), join(copy, "docs/package.json"));
  const modules = join(copy, "node_modules");
  mkdirSync(join(modules, "@cxmetrics"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== "@cxmetrics" && name !== ".cache")
      link(join(root, "node_modules", name), join(modules, name));
  for (const name of readdirSync(join(copy, "packages")))
    link(join(copy, "packages", name), join(modules, "@cxmetrics", name));
}

/** Packages of the tree, by folder, that are published. */
export function publishedPackages(root) {
  return readdirSync(join(root, "packages"))
    .map((folder) => ({ folder, ...json(join(root, "packages", folder, "package.json")) }))
    .filter((manifest) => manifest.private !== true);
}

/** Source files of a package that differ between two trees. */
function differing(one, other, folder) {
  return readdirSync(join(one, "packages", folder, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => {
      if (!/\.ts$/.test(file)) return false;
      const at = (tree) => readFileSync(join(tree, "packages", folder, "src", file), "utf8");
      return at(one) !== at(other);
    },
  );
}

/**
 * The built files of a package. A release changes nothing but the version that results name, which is checked; so the files that stand built
 * in the workspace are taken with that one text replaced, and declarations are not generated anew. `build` builds everything anew.
 */
async function built(root, copy, { folder, version }, build) {
  const target = join(copy, "packages", folder);
  if (build) return void (await start("npx", ["tsup"], target));
  const source = join(root, "packages", folder, "dist");
  if (!existsSync(source)) throw new Error(`packages/${folder} is not built: npm run build`);
  const strange = differing(root, copy, folder).filter((file) => file !== "engine.ts");
  if (strange.length > 0)
    throw new Error(`packages/${folder}: ${strange.join(", ")} changed with the version`);
  cpSync(source, join(target, "dist"), { recursive: true });
  const before = `@cxmetrics/${folder}@${json(join(root, "packages", folder, "package.json")).version}`;
  for (const file of readdirSync(join(target, "dist"), { recursive: true, encoding: "utf8" })) {
    if (!/\.(c?js|d\.c?ts|map)$/.test(file)) continue;
    const path = join(target, "dist", file);
    const text = readFileSync(path, "utf8");
    if (text.includes(before))
      writeFileSync(path, text.replaceAll(before, `@cxmetrics/${folder}@${version}`));
  }
}

/**
 * Makes the copy and packs it.
 *
 * @returns the packages as they would be published, each with its tarball
 */
export async function nextRelease(root, copy, { build }) {
  copyTree(root, copy);
  await start(process.execPath, [resolve(root, "node_modules/@changesets/cli/bin.js"), "version"], copy);
  await start(process.execPath, ["tools/manifests.mjs", "--write"], copy);
  await start(process.execPath, ["tools/ledger.mjs", "--release"], copy);
  const packages = publishedPackages(copy);
  for (const manifest of packages) await built(root, copy, manifest, build);
  const tarballs = join(copy, "tarballs");
  mkdirSync(tarballs);
  const folders = packages.map(({ folder }) => `./packages/${folder}`);
  const told = JSON.parse(
    await start(
      "npm",
      ["pack", ...folders, "--ignore-scripts", "--json", "--pack-destination", tarballs],
      copy,
    ),
  );
  return packages.map((manifest) => {
    const packed = told.find(({ name }) => name === manifest.name);
    return {
      ...manifest,
      tarball: join(tarballs, packed.filename),
      files: packed.files.map(({ path }) => path),
    };
  });
}
