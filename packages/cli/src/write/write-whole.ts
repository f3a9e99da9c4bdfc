import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CxMetricsError, type Problem } from "@cxmetrics/definition";
import { hearInterruption } from "../interruption.js";
import { outputIsFile, outputIsFolder, outputNotWritable } from "../problems.js";

/**
 * Writes a file whole or not at all: first under a temporary name beside the target, then renamed, so that no reader ever sees half
 * of it and a failure leaves what was there before.
 *
 * @param path absolute path of the target
 * @param content text or bytes
 * @param shown path as the user wrote it, for messages
 * @param signal stops it before the target is touched
 * @throws `CxMetricsError` `output.is-folder`, `output.not-writable`, `interrupted`
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  shown: string,
  signal?: AbortSignal,
): Promise<void> {
  if ((await kindOf(path)) === "folder") throw refuse(outputIsFolder, shown);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: "wx", ...(signal ? { signal } : {}) });
    await hearInterruption(signal);
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw asProblem(thrown, shown);
  }
}

/**
 * Writes several files into a folder, whole or not at all: all of them into a temporary folder inside it, and only when every one is
 * complete are they renamed into place one after the other. A folder that had to be made is removed again on failure.
 *
 * @param folder absolute path of the folder; it may be missing
 * @param files content by name
 * @param shown path as the user wrote it, for messages
 * @param signal stops it before any target is touched
 * @throws `CxMetricsError` `output.is-file`, `output.is-folder`, `output.not-writable`, `interrupted`
 */
export async function writeFolderWhole(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  shown: string,
  signal?: AbortSignal,
): Promise<void> {
  if ((await kindOf(folder)) === "file") throw refuse(outputIsFile, shown);
  const names = Object.keys(files);
  for (const name of names)
    if ((await kindOf(join(folder, name))) === "folder") throw refuse(outputIsFolder, join(shown, name));
  let made: string | undefined;
  const temporary = join(folder, `.cx-${randomUUID()}`);
  try {
    made = await mkdir(folder, { recursive: true });
    await mkdir(temporary);
    for (const [name, content] of Object.entries(files))
      await writeFile(join(temporary, name), content, { flag: "wx", ...(signal ? { signal } : {}) });
    await hearInterruption(signal);
    for (const name of names) await rename(join(temporary, name), join(folder, name));
    await rm(temporary, { recursive: true });
  } catch (thrown) {
    // `made` is the outermost folder that did not exist before; everything in it is ours.
    await rm(made ?? temporary, { recursive: true, force: true });
    throw asProblem(thrown, shown);
  }
}

async function kindOf(path: string): Promise<"folder" | "file" | "none"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}

function refuse(problem: Problem, file: string): CxMetricsError {
  return new CxMetricsError(problem, { path: [file], values: { file } });
}

function asProblem(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof Error) || !("code" in thrown) || "messages" in thrown) return thrown;
  if (thrown.name === "AbortError") return thrown;
  return new CxMetricsError(outputNotWritable, {
    path: [file],
    values: { file, reason: String(thrown.code) },
  });
}
