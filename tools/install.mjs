import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const quiet = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", NO_UPDATE_NOTIFIER: "1" };

/** Runs a command in the root with its output passed through; returns whether it succeeded. */
export function run(command, args, environment = {}) {
  // npm and npx are batch files on Windows, which only a shell can start; every argument here is our own constant.
  const shell = process.platform === "win32";
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell,
    env: { ...quiet, ...environment },
  });
  return done.status === 0;
}

/** Installs what the lockfile names, unless that has been done since the lockfile last changed. */
export function installOnce() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  if (!run("npm", ["ci", "--no-audit", "--no-fund"])) process.exit(1);
  writeFileSync(stamp, lock);
}
