import {
  CxMetricsError,
  expectNumber,
  expectOneOf,
  expectRecord,
  type NotComputable,
} from "@cxmetrics/definition";
import type { ChannelCredit } from "./attribute-markov.js";
import { needsTimes } from "./problems.js";
import { expectTouchPaths, type ReadPath, type TouchPath } from "./touch-path.js";

/** Name of a rule that shares out each conversion among the touches of its path. */
export type AttributionRule = "first-touch" | "last-touch" | "linear" | "position-based" | "time-decay";

/** Options of `attributeByRule`. */
export interface AttributeByRuleOptions {
  readonly rule: AttributionRule;
  /** Position-based: share of the first touch, and of the last; 0.4 each where they are left out. */
  readonly firstShare?: number;
  readonly lastShare?: number;
  /** Time decay: the time in which a touch loses half its weight; 7 days where it is left out. */
  readonly halfLifeMs?: number;
}

/** Attribution by a rule. */
export interface RuleAttribution {
  readonly status: "ok";
  readonly rule: AttributionRule;
  readonly conversions: number;
  /** In order of first appearance. */
  readonly channels: readonly ChannelCredit[];
}

const rules = ["first-touch", "last-touch", "linear", "position-based", "time-decay"] as const;

/**
 * Shares out conversions among touches by a fixed rule, for comparison with `attributeMarkov`.
 *
 * `first-touch` and `last-touch`: all to one. `linear`: alike. `position-based`: the named shares to the first and the last touch and the rest alike to those
 * between; with two touches the rest goes to both in proportion of their shares, a single touch takes all. `time-decay`: in proportion of
 *
 * $$ 2^{-t/h} $$
 *
 * with t the time before conversion and h the half-life. Non-conversions count for nothing, which is the weakness of all of them.
 *
 * @param paths each with its conversions
 * @returns the credits, which add up to the conversions, or `not-computable` `no-conversions`
 * @throws `CxMetricsError` `attribution.bad-path`, `attribution.needs-times`, `document.wrong-type`, `document.not-allowed`
 * @example
 * ```ts
 * const paths = [{ channels: ["ads", "mail", "search"], conversions: 10 }, { channels: ["search"], conversions: 2 }];
 * const result = attributeByRule(paths, { rule: "position-based" });
 * result.status === "ok" && result.channels.map((one) => one.credit.toFixed(6)); // => ["4.000000", "2.000000", "6.000000"]
 * ```
 */
export function attributeByRule(
  paths: readonly TouchPath[],
  options: AttributeByRuleOptions,
): RuleAttribution | NotComputable {
  const read = expectTouchPaths(paths);
  const record = expectRecord(options, ["options"], ["rule"], ["firstShare", "lastShare", "halfLifeMs"]);
  const rule = expectOneOf(record["rule"], ["options", "rule"], rules);
  const firstShare = expectNumber(record["firstShare"] ?? 0.4, ["options", "firstShare"], {
    least: 0,
    most: 1,
  });
  const lastShare = expectNumber(record["lastShare"] ?? 0.4, ["options", "lastShare"], {
    least: 0,
    // 0.9 and 0.1 add up to 1, whatever their bits say.
    most: 1 - firstShare + 1e-12,
  });
  const halfLifeMs = expectNumber(record["halfLifeMs"] ?? 604_800_000, ["options", "halfLifeMs"], {
    least: 1,
  });
  const weigh = { firstShare, lastShare, halfLifeMs };
  const credits = new Map<string, number>();
  let conversions = 0;
  for (const [index, path] of read.entries()) {
    for (const channel of path.channels) if (!credits.has(channel)) credits.set(channel, 0);
    if (path.conversions === 0) continue;
    conversions += path.conversions;
    const weights = weightsOf(path, rule, weigh, index);
    for (const [place, channel] of path.channels.entries())
      credits.set(channel, (credits.get(channel) as number) + path.conversions * (weights[place] as number));
  }
  if (conversions === 0) return noConversions;
  return {
    status: "ok",
    rule,
    conversions,
    channels: [...credits].map(([channel, credit]) => ({ channel, credit, share: credit / conversions })),
  };
}

function weightsOf(
  { channels, beforeMs }: ReadPath,
  rule: AttributionRule,
  { firstShare, lastShare, halfLifeMs }: { firstShare: number; lastShare: number; halfLifeMs: number },
  index: number,
): readonly number[] {
  const last = channels.length - 1;
  if (rule === "first-touch") return channels.map((_, place) => (place === 0 ? 1 : 0));
  if (rule === "last-touch") return channels.map((_, place) => (place === last ? 1 : 0));
  if (rule === "linear" || last === 0) return channels.map(() => 1 / channels.length);
  if (rule === "position-based") {
    const ends = firstShare + lastShare;
    if (last === 1) return ends === 0 ? [0.5, 0.5] : [firstShare / ends, lastShare / ends];
    return channels.map((_, place) =>
      place === 0 ? firstShare : place === last ? lastShare : Math.max(0, 1 - ends) / (channels.length - 2),
    );
  }
  if (beforeMs === null) throw new CxMetricsError(needsTimes, { path: ["paths", index, "beforeMs"] });
  // Counted from the latest touch, so that the weights of an old path do not all vanish.
  const latest = beforeMs.reduce((least, time) => Math.min(least, time), Number.MAX_VALUE);
  const weights = beforeMs.map((time) => 2 ** (-(time - latest) / halfLifeMs));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const noConversions: NotComputable = {
  status: "not-computable",
  reason: "no-conversions",
  message: {
    en: "No path ended in a conversion, so there is nothing to credit.",
    zh: "没有路径以转化结束，无可归因。",
  },
};
