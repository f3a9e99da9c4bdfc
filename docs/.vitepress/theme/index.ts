import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { defineAsyncComponent } from "vue";
import CoverageTable from "./CoverageTable.vue";
import "katex/dist/katex.min.css";
import "./style.css";

/** The default theme with the three tools of the playground, each loaded with the page that shows it. */
export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("CoverageTable", CoverageTable);
    app.component(
      "IndexExplorer",
      defineAsyncComponent(() => import("../../playground/IndexExplorer.vue")),
    );
    app.component(
      "ScoreCalculator",
      defineAsyncComponent(() => import("../../playground/ScoreCalculator.vue")),
    );
    app.component(
      "FunnelExplorer",
      defineAsyncComponent(() => import("../../playground/FunnelExplorer.vue")),
    );
  },
} satisfies Theme;
