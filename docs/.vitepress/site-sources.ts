import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const docs = fileURLToPath(new URL("..", import.meta.url));

/** The API reference takes longer than all else; `CX_DOCS_WITHOUT_API=1` leaves it out, for tests of the rest. */
export const withApi = !process.env["CX_DOCS_WITHOUT_API"] && existsSync(join(docs, "api", "index.md"));

/** Whether a page is there: pages of other authors may come later. */
export function hasPage(path: string): boolean {
  return existsSync(join(docs, `${path}.md`));
}

/** Names of the pages of a folder, without ending and without the Chinese ones. */
export function pagesIn(folder: string): readonly string[] {
  const path = join(docs, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".md") && !name.endsWith(".zh.md") && name !== "README.md")
    .map((name) => name.replace(/\.md$/, ""))
    .sort();
}

/** The first heading of a page, without markup. */
export function titleOf(path: string): string {
  const heading = /^# (.+)$/m.exec(readFileSync(join(docs, `${path}.md`), "utf8"))?.[1] ?? path;
  return heading.replace(/[`\\*]/g, "");
}

/** Pages of the API reference, one a package, where it was generated. */
export function apiPages(): readonly { readonly text: string; readonly link: string }[] {
  const folder = join(docs, "api", "@cxmetrics");
  if (!withApi || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ text: name, link: `/api/@cxmetrics/${name}/` }));
}
