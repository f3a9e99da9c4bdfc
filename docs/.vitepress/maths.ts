import katexPlugin from "@vscode/markdown-it-katex";
import type { MarkdownRenderer } from "vitepress";

type KatexPlugin = (markdown: MarkdownRenderer, options: Readonly<Record<string, unknown>>) => void;
const loaded = katexPlugin as unknown as KatexPlugin & { readonly default?: KatexPlugin };

/**
 * Formulas as HTML with MathML beside it for screen readers, from KaTeX at build time: nothing is computed in the reader's
 * browser. A formula may hold `{{`, which a page would otherwise take for code of its own.
 */
export function renderMaths(markdown: MarkdownRenderer): void {
  (loaded.default ?? loaded)(markdown, { strict: false, throwOnError: true });
  const { rules } = markdown.renderer;
  for (const name of ["math_inline", "math_inline_block", "math_block"]) {
    const render = rules[name];
    if (!render) continue;
    rules[name] = (...parts) => {
      const [tokens, at, , env] = parts;
      const token = tokens[at];
      // typedoc takes the backslash off a brace, and these two are never without one.
      if (token) token.content = token.content.replace(/\\(left|right)([{}])/g, "\\$1\\$2");
      const html = render(...parts);
      if (!html.includes('class="katex"')) {
        const source = token?.content ?? "";
        // A doc comment of a package is told as it was written; a page of the site has to be mended.
        if (String(env?.relativePath).startsWith("api/"))
          return `<code v-pre>${markdown.utils.escapeHtml(source)}</code>`;
        throw new Error(`a formula cannot be read: ${source}`);
      }
      return html.trimStart().startsWith("<p")
        ? html.replace(/^(\s*<p)/, "$1 v-pre")
        : name === "math_inline"
          ? `<span v-pre>${html}</span>`
          : `<p v-pre>${html}</p>`;
    };
  }
}
