#!/usr/bin/env node
import { runCx } from "./index.js";

const controller = new AbortController();
// The first Ctrl-C lets the run clean up; a second one ends it at once, as without us.
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort());
// `cx … | head` closes the pipe early; that is no failure.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });

process.exitCode = await runCx(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  isTerminal: process.stderr.isTTY === true,
  signal: controller.signal,
});
