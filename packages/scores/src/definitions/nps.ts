import { freezeDocument } from "../freeze-document.js";
import type { ScoreDefinition } from "../score-definition.js";
import { npsRule } from "./nps-rule.js";

/**
 * Net Promoter Score, `nps@1.0.0`: share of 9–10 minus share of 0–6 on the scale 0–10, in points.
 *
 * @example
 * ```ts
 * nps.statistic.kind; // => "net-share"
 * ```
 */
export const nps: ScoreDefinition = /* @__PURE__ */ freezeDocument({
  formatVersion: 1,
  version: "1.0.0",
  title: { en: "Net Promoter Score", zh: "净推荐值" },
  provenance: {
    status: "published",
    source: "Reichheld, F. F., The One Number You Need to Grow, Harvard Business Review 81(12), 46–54",
    url: "https://hbr.org/2003/12/the-one-number-you-need-to-grow",
    date: "2003-12",
    note: {
      en: "The source gives no interval. The score interval is Tango's (1998), called iterative in Rocks (2016, arXiv:1601.07235).",
      zh: "来源未给出区间。此处的得分区间为 Tango (1998) 方法，即 Rocks (2016, arXiv:1601.07235) 所称的迭代法。",
    },
  },
  direction: "higher-is-better",
  ...npsRule,
});
