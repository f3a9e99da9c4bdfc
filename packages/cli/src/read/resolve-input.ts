import { readdir, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { CxMetricsError, type Problem, type ProblemValues } from "@cxmetrics/definition";
import { fileIsFolder, fileIsRemote, fileNotFound, fileNotReadable, fileNotRegular } from "../problems.js";
import { didYouMean } from "./hint.js";

/** An input file that exists. */
export interface InputFile {
  /** As the user wrote it, for messages. */
  readonly shown: string;
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Finds an input file: a regular local file. Network addresses are refused before anything could follow them.
 *
 * @param shown path as the user wrote it
 * @param folder folder against which a relative path is read
 * @throws `CxMetricsError` `file.is-remote`, `file.not-found` (with the nearest name in that folder), `file.is-folder`,
 * `file.not-regular`, `file.not-readable`
 */
export async function resolveInput(shown: string, folder: string): Promise<InputFile> {
  const refuse = (problem: Problem, values: ProblemValues = {}) =>
    new CxMetricsError(problem, { path: [shown], values: { file: shown, ...values } });
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(shown)) throw refuse(fileIsRemote);
  const path = resolve(folder, shown);
  const found = await stat(path).catch(async (thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== "ENOENT" && thrown.code !== "ENOTDIR")
      throw refuse(fileNotReadable, { reason: thrown.code ?? thrown.message });
    const neighbours = await readdir(dirname(path)).catch(() => []);
    throw refuse(fileNotFound, { hint: didYouMean(basename(path), neighbours) });
  });
  if (found.isDirectory()) throw refuse(fileIsFolder);
  if (!found.isFile()) throw refuse(fileNotRegular);
  return { shown, path, bytes: found.size };
}
