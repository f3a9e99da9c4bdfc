import { copyFile, symlink } from "node:fs/promises";
import { extname } from "node:path";
import type { TemporaryFolder } from "../temporary-folder.js";

/**
 * A path to the same file without characters that DuckDB takes for a pattern: `data[1].csv` would otherwise match `data1.csv`, too.
 *
 * @param path absolute path
 * @param temporary where a link is made when one is needed
 */
export async function plainPath(path: string, temporary: TemporaryFolder): Promise<string> {
  if (!/[*?[\]]/.test(path)) return path;
  const link = await temporary.pathFor(`linked${extname(path).replace(/[^.\w]/g, "")}`);
  // Windows lets only some accounts make links.
  await symlink(path, link).catch(() => copyFile(path, link));
  return link;
}
