import { readFile } from "node:fs/promises";
import { CxMetricsError } from "@cxmetrics/definition";
import { fileNotReadable, fileTooLarge, notUtf8 } from "../problems.js";
import { resolveInput } from "./resolve-input.js";

const limit = 8 * 1024 * 1024;

/** The text of a document and where it stands. */
export interface DocumentFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a definition or a plan: a text file in UTF-8 of at most 8 MiB.
 *
 * @param shown path as the user wrote it
 * @param folder folder against which a relative path is read
 * @throws `CxMetricsError` those of `resolveInput`, `file.too-large`, `table.not-utf-8`
 */
export async function readDocument(shown: string, folder: string): Promise<DocumentFile> {
  const { path, bytes } = await resolveInput(shown, folder);
  if (bytes > limit)
    throw new CxMetricsError(fileTooLarge, { path: [shown], values: { file: shown, bytes, limit } });
  const content = await readFile(path).catch((thrown: NodeJS.ErrnoException) => {
    throw new CxMetricsError(fileNotReadable, {
      path: [shown],
      values: { file: shown, reason: thrown.code ?? thrown.message },
    });
  });
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(content) };
  } catch {
    throw new CxMetricsError(notUtf8, { path: [shown], values: { file: shown, place: "" } });
  }
}
