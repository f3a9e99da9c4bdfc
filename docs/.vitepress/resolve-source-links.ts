import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { MarkdownRenderer } from "vitepress";

const repository = "https://github.com/cxmetrics/cxmetrics/blob/main";

/** Folders and files of `docs` that are no pages of the site. */
const offSite = /^(examples|architecture\.md|mutation\.md|README\.md|playground\/.*\.ts)/;

/**
 * Links between pages are written from file to file, as the repository shows them. Here each becomes the address on the site, and what
 * is no page becomes a link to the repository. A file that is not there stays a link that the build refuses.
 */
export function resolveSourceLinks(markdown: MarkdownRenderer, docs: string): void {
  markdown.core.ruler.push("source-links", (state) => {
    const source: unknown = state.env?.realPath ?? state.env?.path;
    if (typeof source !== "string" || source.includes(`${sep}api${sep}`)) return;
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== "link_open") continue;
      const href = token.attrGet("href");
      if (href === null || /^([a-z]+:|\/|#)/i.test(href)) continue;
      token.attrSet("href", addressOf(href, source, docs));
    }
  });
}

function addressOf(href: string, source: string, docs: string): string {
  const [path = "", anchor] = href.split("#");
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const target = resolve(dirname(source), decodeURIComponent(path));
  const own = relative(docs, target).split(sep).join("/");
  const isFile = existsSync(target) && statSync(target).isFile() && !own.endsWith(".md");
  if (own.startsWith("..") || offSite.test(own) || isFile) {
    const inRepository = relative(join(docs, ".."), target).split(sep).join("/");
    if (!existsSync(target)) throw new Error(`${source} links to ${href}, which is not there`);
    return `${repository}/${inRepository}${hash}`;
  }
  const page = own.endsWith(".md") ? own : `${own.replace(/\/$/, "")}/README.md`;
  const address = page.endsWith(".zh.md") ? `zh/${page.replace(/\.zh\.md$/, ".md")}` : page;
  return `/${address}${hash}`;
}
