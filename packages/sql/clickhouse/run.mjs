// `npm run test:clickhouse`: the tests of this package on a real ClickHouse. chdb (its engine as a library, 546 MB) is installed in this
// folder, outside the workspaces, from the lockfile beside it; nothing else of the tree needs it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");

const lock = createHash("sha256")
  .update(readFileSync(join(here, "package-lock.json")))
  .digest("hex");
const stamp = join(here, "node_modules", ".installed-lock");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  const installed = run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], here);
  if (!installed) process.exit(1);
  writeFileSync(stamp, lock);
}

// One process a file, one after another: libchdb holds one database a process, and half a gigabyte of memory.
const files = ["scores", "funnel", "retention", "times", "index-scoring", "engines"];
const tests = files.map((folder) => join("packages", "sql", "src", folder));
const passed = run(
  "npx",
  ["vitest", "run", "--pool=forks", "--no-file-parallelism", ...tests, ...process.argv.slice(2)],
  root,
);
process.exit(passed ? 0 : 1);

function run(command, args, cwd) {
  const shell = process.platform === "win32";
  const env = { ...process.env, CX_CLICKHOUSE: "1" };
  return spawnSync(command, args, { cwd, shell, stdio: "inherit", env }).status === 0;
}
