// The results ledger. Each calculating package pins its numbers in `fixtures/ledger.json`; `.changeset/results.json` holds a
// digest of every vector as it stood at the last release. A vector that moved or vanished needs a changeset that names its
// package, says `Results: changed` and bumps a 0.x package by a minor, a later one by a major; a new vector needs
// `Results: new` or `changed`. `--release` records the state of a release.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const recordFile = ".changeset/results.json";
const digest = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/** Digests of what a vector promises: its call and the number expected. Its source text may be edited freely. */
const now = {};
for (const folder of readdirSync("packages")) {
  const fixtures = `packages/${folder}/fixtures`;
  const files = existsSync(fixtures)
    ? readdirSync(fixtures).filter((file) => /^ledger.*\.json$/.test(file))
    : [];
  if (files.length === 0) continue;
  const name = `@cxmetrics/${folder}`;
  const vectors = files.flatMap((file) => JSON.parse(readFileSync(`${fixtures}/${file}`, "utf8")).vectors);
  now[name] = Object.fromEntries(
    vectors.map((v) => [
      v.id,
      digest([v.call, v.arguments, v.select ?? null, v.expected, v.tolerance ?? null]),
    ]),
  );
}

if (process.argv.includes("--release")) {
  writeFileSync(recordFile, `${JSON.stringify(now, null, 2)}\n`);
  process.exit(0);
}

/** Bumps that announce a changed number, the least first. */
function dueBumps(name) {
  const file = `packages/${name.slice("@cxmetrics/".length)}/package.json`;
  const early = existsSync(file) && JSON.parse(readFileSync(file, "utf8")).version.startsWith("0.");
  return early ? ["minor", "major"] : ["major"];
}

/** What the pending changesets say of each package: the strongest of unchanged, new, changed. */
const said = {};
const strength = { unchanged: 0, new: 1, changed: 2 };
for (const file of readdirSync(".changeset")) {
  if (!file.endsWith(".md") || file === "README.md") continue;
  const text = readFileSync(`.changeset/${file}`, "utf8");
  const results = /^Results: (unchanged|new|changed)\b/im.exec(text)?.[1]?.toLowerCase();
  if (!results) {
    console.error(`.changeset/${file}: say "Results: unchanged | changed | new" on a line of its own`);
    process.exitCode = 1;
    continue;
  }
  for (const [, name, bump] of text.matchAll(/^["'](@cxmetrics\/[a-z-]+)["']: *(patch|minor|major)/gm)) {
    if (results === "changed" && !dueBumps(name).includes(bump)) {
      console.error(
        `.changeset/${file}: changed results of ${name} are a ${dueBumps(name)[0]}, not a ${bump}`,
      );
      process.exitCode = 1;
    }
    said[name] = Math.max(said[name] ?? -1, strength[results]);
  }
}

const released = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, "utf8")) : {};
for (const name of new Set([...Object.keys(now), ...Object.keys(released)])) {
  const before = released[name] ?? {};
  const after = now[name] ?? {};
  const moved = Object.keys(before).filter((id) => before[id] !== after[id]);
  const added = Object.keys(after).filter((id) => !(id in before));
  if (moved.length > 0 && (said[name] ?? -1) < strength.changed) {
    console.error(
      `${name}: ${moved.join(", ")} moved; a changeset must name the package and say "Results: changed"`,
    );
    process.exitCode = 1;
  } else if (added.length > 0 && (said[name] ?? -1) < strength.new) {
    console.error(
      `${name}: ${added.length} new vectors; a changeset must name the package and say "Results: new"`,
    );
    process.exitCode = 1;
  }
}
