import { spawn } from "node:child_process";

/** Settings that npm hands to its scripts would make an inner npm think that it stands in our own workspace. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^npm_(config_local_prefix|package|lifecycle)/.test(key) && key !== "NODE_OPTIONS",
    ),
  ),
  NO_UPDATE_NOTIFIER: "1",
  NO_COLOR: "1",
};

/** Starts a program and gives what it wrote on standard output; a failure tells what it complained of. */
export function start(command, args, cwd) {
  return new Promise((resolve, reject) => {
    // npm and npx are batch files on Windows, which only a shell can start; every argument here is our own.
    const shell = process.platform === "win32" && command !== process.execPath;
    const child = spawn(command, args, { cwd, env: environment, shell, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let complaint = "";
    child.stdout.on("data", (text) => {
      out += text;
    });
    child.stderr.on("data", (text) => {
      complaint += text;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(out);
      else
        reject(
          new Error(
            `${[command, ...args].join(" ").slice(0, 200)} ended with ${code}\n${(complaint + out).slice(-3000)}`,
          ),
        );
    });
  });
}

/** Installs into a project; packages that the cache holds are not asked for again. */
export const install = (cwd, specifiers) =>
  start(
    "npm",
    ["install", ...specifiers, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"],
    cwd,
  );

/** Does jobs two at a time, in order. */
export async function inPairs(jobs) {
  const left = [...jobs];
  const worker = async () => {
    for (let job = left.shift(); job; job = left.shift()) await job();
  };
  await Promise.all([worker(), worker()]);
}
