import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { writeContentSecurityPolicy } from "./content-security-policy.js";
import { renderMaths } from "./maths.js";
import { navigationOf, sidebarOf } from "./navigation.js";
import { resolveSourceLinks } from "./resolve-source-links.js";
import { withApi } from "./site-sources.js";

/** Packages are read from their sources, so that the site needs no build of them and cannot be behind them. */
const conditions = ["@cxmetrics/source"];
const docs = fileURLToPath(new URL("..", import.meta.url));

/** Local search tells its own words apart only where spaces stand; in Chinese it finds what a run of characters begins with. */
const searchInChinese = {
  button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
  modal: {
    displayDetails: "显示详情",
    resetButtonTitle: "清除",
    backButtonTitle: "关闭",
    noResultsText: "没有找到",
    footer: { selectText: "选择", navigateText: "切换", closeText: "关闭" },
  },
};

export default defineConfig({
  title: "cxmetrics",
  description: "Reference library for customer-experience measurement: NPS, CSAT, CES, funnels and indices.",
  srcDir: ".",
  srcExclude: [
    "README.md",
    "architecture.md",
    "mutation.md",
    "examples/**",
    "dist/**",
    ...(withApi ? [] : ["api/**"]),
  ],
  outDir: "dist",
  cacheDir: "../node_modules/.cache/vitepress",
  // A Chinese page stands beside its English one as `<name>.zh.md`, so that both can be read in the repository too.
  rewrites: (id) => (id.endsWith(".zh.md") ? `zh/${id.replace(/\.zh\.md$/, ".md")}` : id),
  ...(withApi ? {} : { ignoreDeadLinks: [/^\/api\//] }),
  metaChunk: true,
  head: [["link", { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }]],
  markdown: {
    // A set in braces at the end of a cell is a set, and no attribute.
    attrs: { disable: true },
    config: (markdown) => {
      renderMaths(markdown);
      resolveSourceLinks(markdown, docs);
    },
  },
  vite: {
    resolve: { conditions },
    ssr: { noExternal: [/^@cxmetrics\//], resolve: { conditions, externalConditions: conditions } },
    // Inlined fonts would be addresses that the policy forbids.
    build: { chunkSizeWarningLimit: 1500, assetsInlineLimit: 0 },
  },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        locales: { zh: { translations: searchInChinese } },
        _render: (source, env, markdown) =>
          env.relativePath?.startsWith("api/") ? "" : markdown.render(source, env),
      },
    },
    outline: { level: [2, 3] },
    socialLinks: [{ icon: "github", link: "https://github.com/cxmetrics/cxmetrics" }],
  },
  locales: {
    root: {
      label: "English",
      lang: "en",
      themeConfig: { nav: navigationOf("en"), sidebar: sidebarOf("en") },
    },
    zh: {
      label: "简体中文",
      lang: "zh-CN",
      link: "/zh/",
      description: "客户体验测量参考库：NPS、CSAT、CES、漏斗与指数。",
      themeConfig: {
        nav: navigationOf("zh"),
        sidebar: sidebarOf("zh"),
        outline: { level: [2, 3], label: "本页内容" },
        docFooter: { prev: "上一页", next: "下一页" },
        darkModeSwitchLabel: "深色模式",
        lightModeSwitchTitle: "切换到浅色",
        darkModeSwitchTitle: "切换到深色",
        sidebarMenuLabel: "目录",
        returnToTopLabel: "返回顶部",
        langMenuLabel: "切换语言",
        skipToContentLabel: "跳到正文",
        notFound: {
          title: "没有这一页",
          quote: "链接可能已经改变。",
          linkLabel: "回到首页",
          linkText: "回到首页",
        },
      },
    },
  },
  buildEnd: ({ outDir }) => writeContentSecurityPolicy(outDir),
});
