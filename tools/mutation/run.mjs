// `npm run mutation [family …]`: mutates one family of formulas after the other and holds what survives to the reasons on
// file. `--again` runs only those that survived last time, and files that changed since, `--open` of those only the ones without a reason, `--static` only those in code that runs while loading; `--report` runs none and judges the last reports.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { countsOf, keyOf, rangesOf, readReport, staleIn, survivorsOf, updated } from "./survivors.mjs";

/** Folders that hold words or read documents. */
const leftOut = new Set(["expect", "page", "definitions"]);
const families = ["stats", "scores"].flatMap((name) =>
  [
    "root",
    ...readdirSync(`packages/${name}/src`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !leftOut.has(entry.name))
      .map((entry) => entry.name),
  ].map((family) => `${name}/${family}`),
);

/** Source files of a family, those too that are not mutated. */
function filesOf(family) {
  const [name, folder] = family.split("/");
  const path = `packages/${name}/src${folder === "root" ? "" : `/${folder}`}`;
  return readdirSync(path, { recursive: folder !== "root", encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${path}/${file}`);
}

const onFile = new Map();
for (const name of ["stats", "scores"]) {
  const path = `packages/${name}/fixtures/mutation-survivors.json`;
  if (!existsSync(path)) continue;
  for (const survivor of JSON.parse(readFileSync(path, "utf8")).survivors)
    onFile.set(keyOf(survivor), survivor);
}

const open = process.argv.includes("--open");
const statics = process.argv.includes("--static");
const again = open || statics || process.argv.includes("--again");
const reportOnly = process.argv.includes("--report");
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
let unexplained = 0;
const total = { mutants: 0, killed: 0, timedOut: 0, noNumber: 0, number: 0, open: 0, leftOut: 0 };
console.log(
  "| family | mutants | killed | timed out | survive, no number changes | survive, a number changes | not judged | seconds |",
);
console.log("|---|---:|---:|---:|---:|---:|---:|---:|");
for (const family of asked.length > 0 ? asked : families) {
  const path = `temp/mutation/${family.replace("/", "-")}.json`;
  const start = Date.now();
  if (!reportOnly) {
    const env = { ...process.env, CX_MUTATE: family };
    const last = again && existsSync(path) ? readReport(path) : undefined;
    if (last) {
      env.CX_MUTANTS = path.replace(/\.json$/, ".ranges");
      const stale = staleIn(last, filesOf(family));
      const held = rangesOf(
        last,
        statics ? () => false : open ? (survivor) => !onFile.has(keyOf(survivor)) : undefined,
        statics,
      ).filter((range) => !stale.includes(range.split(":")[0]));
      writeFileSync(env.CX_MUTANTS, JSON.stringify([...held, ...stale]));
      if (statics) env.CX_STATIC = "1";
      // Few are left: property tests may take all their cases, and slow tests their time.
      env.CX_RUNS ??= "100";
      env.CX_SLOWEST ??= "5000";
    }
    const { status, stdout, stderr } = spawnSync("npx", ["stryker", "run"], { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`Stryker failed on ${family}: ${stdout}${stderr}`);
    if (last) {
      const later = path.replace("mutation/", "mutation/again-");
      writeFileSync(path, JSON.stringify(updated(last, readReport(later))));
    }
  }
  if (!existsSync(path)) continue;
  const report = readReport(path);
  const { mutants, killed, timedOut, leftOut: out } = countsOf(report);
  const survivors = survivorsOf(report);
  const unlisted = survivors.filter((survivor) => !onFile.has(keyOf(survivor)));
  const number = survivors.filter((survivor) => onFile.get(keyOf(survivor))?.kind === "number").length;
  const row = {
    mutants,
    killed,
    timedOut,
    noNumber: survivors.length - number - unlisted.length,
    number,
    open: unlisted.length,
  };
  for (const [key, value] of Object.entries({ ...row, leftOut: out })) total[key] += value;
  const seconds = reportOnly ? "" : Math.round((Date.now() - start) / 1000);
  console.log(`| ${family} | ${Object.values(row).join(" | ")} | ${seconds} |`);
  unexplained += unlisted.length;
  for (const { file, line, original, replacement } of unlisted)
    console.error(`${file}:${line} survives without a reason: ${original} → ${replacement}`);
}
console.log(
  `| all | ${[total.mutants, total.killed, total.timedOut, total.noNumber, total.number, total.open].join(" | ")} | |`,
);
console.log(
  `\n${total.leftOut} further mutants were left out (wording, refusals, text, code that runs while loading).`,
);
process.exit(unexplained > 0 ? 1 : 0);
