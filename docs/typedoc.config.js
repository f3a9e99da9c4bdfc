import katex from "@vscode/markdown-it-katex";

/** API reference of all packages; mathematics becomes MathML, so the pages load nothing from elsewhere. */
export default {
  ...{
    name: "cxmetrics",
    entryPointStrategy: "packages",
    entryPoints: ["../packages/*"],
    out: "api",
    includeVersion: true,
    disableGit: true,
    sourceLinkTemplate: "https://github.com/cxmetrics/cxmetrics/blob/main/{path}#L{line}",
    gitRevision: "main",
    readme: "../README.md",
    packageOptions: {
      entryPoints: ["src/index.ts"],
      excludeInternal: true,
    },
  },
  markdownItLoader: (parser) => parser.use(katex.default ?? katex, { output: "mathml" }),
};
