import { readFile } from "node:fs/promises";
import { CxMetricsError, refuseUnsafeKeys } from "@cxmetrics/definition";
import { fileTooLarge } from "../problems.js";
import { resolveInput } from "../read/resolve-input.js";
import { notAChartFile } from "./report-problems.js";

/** Room for the results of some thousand units. */
const limit = 128 * 1024 * 1024;

/**
 * Reads what another command of `cx` wrote as JSON.
 *
 * @param shown path as the user wrote it
 * @param folder folder against which a relative path is read
 * @throws `CxMetricsError` those of `resolveInput`, `file.too-large`, `report.not-a-chart`
 */
export async function readAnswer(shown: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  const { path, bytes } = await resolveInput(shown, folder);
  if (bytes > limit)
    throw new CxMetricsError(fileTooLarge, { path: [shown], values: { file: shown, bytes, limit } });
  const refused = new CxMetricsError(notAChartFile, { path: [shown], values: { file: shown } });
  let answer: unknown;
  try {
    answer = JSON.parse((await readFile(path, "utf8")).replace(/^\ufeff/, ""));
  } catch {
    throw refused;
  }
  refuseUnsafeKeys(answer, [shown]);
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) throw refused;
  return answer as Readonly<Record<string, unknown>>;
}
