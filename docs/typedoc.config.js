/** API reference of all packages as Markdown, a page a member; the site renders it, formulas included. One program reads them all. */
export default {
  name: "cxmetrics",
  plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme", "./.vitepress/name-packages.js"],
  tsconfig: "tsconfig.api.json",
  entryPoints: ["../packages/*/src/index.ts"],
  out: "api",
  docsRoot: ".",
  readme: "none",
  entryFileName: "index",
  excludeInternal: true,
  // Types are checked by the build of the packages.
  skipErrorChecking: true,
  disableGit: true,
  sourceLinkTemplate: "https://github.com/cxmetrics/cxmetrics/blob/main/packages/{path}#L{line}",
  gitRevision: "main",
};
