import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { CxMetricsError } from "@cxmetrics/definition";
import { outputIsInput } from "../problems.js";

/**
 * Refuses to write over a file that was read, also through a link.
 *
 * @param target absolute path to write
 * @param shown the same as the user wrote it
 * @param inputs inputs as the user wrote them
 * @param folder folder against which they are read
 * @throws `CxMetricsError` `output.is-input`
 */
export async function refuseInput(
  target: string,
  shown: string,
  inputs: readonly string[],
  folder: string,
): Promise<void> {
  const real = (path: string) => realpath(path).catch(() => path);
  const wanted = await real(target);
  for (const input of inputs)
    if ((await real(resolve(folder, input))) === wanted)
      throw new CxMetricsError(outputIsInput, { path: [shown], values: { file: shown } });
}
