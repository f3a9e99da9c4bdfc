import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for decoded copies of input files, made when first needed and removed at the end of the run. */
export interface TemporaryFolder {
  /** Path for a new file of that name; no two calls give the same. */
  pathFor(name: string): Promise<string>;
  /** Removes everything, also after an interruption. */
  remove(): Promise<void>;
}

/** A temporary folder that exists only if someone asks for a path in it. */
export function temporaryFolder(): TemporaryFolder {
  let folder: Promise<string> | undefined;
  let count = 0;
  return {
    async pathFor(name) {
      folder ??= mkdtemp(join(tmpdir(), "cx-"));
      count += 1;
      return join(await folder, `${count}-${name}`);
    },
    async remove() {
      if (folder) await rm(await folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}
