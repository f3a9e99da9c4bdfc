import type { DefaultTheme } from "vitepress";
import { apiPages, hasPage, pagesIn, titleOf, withApi } from "./site-sources.js";

type Language = "en" | "zh";
type Words = Readonly<Record<Language, string>>;

const groups: readonly (readonly [Words, readonly string[]])[] = [
  [
    { en: "Start here", zh: "从这里开始" },
    ["start/developer", "start/standards-author", "start/downstream-app"],
  ],
  [
    { en: "Concepts", zh: "概念" },
    [
      "concepts/tally",
      "concepts/estimate",
      "concepts/definition",
      "concepts/digest",
      "concepts/comparability",
    ],
  ],
  [
    { en: "How to", zh: "操作指南" },
    [
      "guide/score-nps",
      "guide/compare-waves",
      "guide/author-an-index",
      "guide/fit-an-index",
      "guide/funnel",
      "guide/evaluate",
      "guide/pinning",
      "conformance/README",
      "conformance/operations",
    ],
  ],
  [
    { en: "Which one is it?", zh: "这是哪一个？" },
    ["catalogue/which-csat", "guide/which-funnel", "guide/coverage"],
  ],
  [
    { en: "Playground", zh: "试验场" },
    ["playground/index-explorer", "playground/score-calculator", "playground/funnel-explorer"],
  ],
];

const words = {
  catalogue: { en: "Catalogue", zh: "目录" },
  indices: { en: "Indices", zh: "指数" },
  scores: { en: "Scores", zh: "得分" },
  methods: { en: "Index methods", zh: "指数方法" },
  decisions: { en: "Decisions", zh: "设计决定" },
  playground: { en: "Playground", zh: "试验场" },
  guide: { en: "Guide", zh: "指南" },
  api: { en: "API", zh: "API" },
} as const satisfies Readonly<Record<string, Words>>;

/** The address of a page in a language; without a Chinese text the English page stands in. */
function entryOf(path: string, lang: Language): DefaultTheme.SidebarItem {
  const own = lang === "zh" && hasPage(`${path}.zh`);
  return {
    text: titleOf(own ? `${path}.zh` : path),
    link: `${own ? "/zh" : ""}/${path}.html`,
  };
}

const entriesOf = (paths: readonly string[], lang: Language) =>
  paths.filter(hasPage).map((path) => entryOf(path, lang));

/** The links at the top. */
export function navigationOf(lang: Language): DefaultTheme.NavItem[] {
  const home = lang === "zh" ? "/zh" : "";
  return [
    {
      text: words.guide[lang],
      link: `${home}/start/developer.html`,
      activeMatch: "/(start|concepts|guide)/",
    },
    { text: words.catalogue[lang], link: `${home}/catalogue/scores.html`, activeMatch: "/catalogue/" },
    {
      text: words.playground[lang],
      link: `${home}/playground/index-explorer.html`,
      activeMatch: "/playground/",
    },
    ...(withApi ? [{ text: words.api[lang], link: "/api/", activeMatch: "^/api/" }] : []),
  ];
}

/** The links at the side: guide, catalogue with a page a definition, decisions, API. */
export function sidebarOf(lang: Language): DefaultTheme.SidebarMulti {
  const home = lang === "zh" ? "/zh" : "";
  const guide = groups.map(([title, paths]) => ({ text: title[lang], items: entriesOf(paths, lang) }));
  const pages = pagesIn("catalogue");
  const group = (isOwn: (name: string) => boolean) =>
    entriesOf(
      pages.filter(isOwn).map((name) => `catalogue/${name}`),
      lang,
    );
  const isIndex = (name: string) => /^(cx|undp)\./.test(name);
  const isMethods = (name: string) => name.startsWith("methods-");
  const overview = ["catalogue/scores", "catalogue/which-csat", "catalogue/index-methods"];
  const isScore = (name: string) =>
    !isIndex(name) && !isMethods(name) && !overview.includes(`catalogue/${name}`);
  const catalogue = [
    { text: words.catalogue[lang], items: entriesOf(overview, lang) },
    { text: words.indices[lang], items: group(isIndex) },
    { text: words.methods[lang], items: group(isMethods) },
    { text: words.scores[lang], items: group(isScore) },
  ];
  const decisions = {
    text: words.decisions[lang],
    collapsed: true,
    items: entriesOf(["decisions/README", ...pagesIn("decisions").map((name) => `decisions/${name}`)], lang),
  };
  const entry = { [`${home}/`]: [...guide, decisions], [`${home}/catalogue/`]: catalogue };
  return lang === "zh" ? entry : { ...entry, "/api/": [{ text: words.api.en, items: [...apiPages()] }] };
}
