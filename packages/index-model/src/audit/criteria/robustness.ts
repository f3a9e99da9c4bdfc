import type { AuditContext } from "../audit-context.js";
import { defaultFactors } from "../default-factors.js";
import { type FindingText, finding } from "../finding.js";
import { openDecisions } from "../open-decisions.js";
import { drawRanks, workableFactors } from "../rank-draws.js";
import { listed, percent } from "../say-names.js";
import { type Criterion, nothing } from "./criterion.js";

/** Rank of one unit under decisions taken otherwise. */
interface RankInterval {
  /** Rank under the definition as written. */
  readonly rank: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  /** Width as a share of the ranked units. */
  readonly width: number;
}

/** How far ranks rest on decisions that could have been others. */
export interface RobustnessValues {
  readonly of: string;
  readonly level: number;
  /** What was varied. */
  readonly factors: readonly string[];
  /** Choices that were not varied, because units would lose their value. */
  readonly dropped: readonly string[];
  /** Rule of the quantiles of ranks. */
  readonly quantiles: string;
  /** One a unit; `null` for a unit without a rank. */
  readonly units: readonly (RankInterval | null)[];
  /** Mean absolute shift of ranks, over units and draws. */
  readonly meanRankShift: number;
}

const wide: FindingText = {
  code: "audit.wide-rank-intervals",
  en: "The ranks of {share} of the units rest on decisions that could have been others: their intervals are wider than {most} of the ranked units: {units}.",
  zh: "有 {share} 的对象名次取决于可另作选择的决定：其名次区间宽于参评对象的 {most}：{units}。",
  remedy: {
    en: "Publish the intervals beside the ranks, or groups of units in place of ranks.",
    zh: "请在名次旁发布区间，或以分组代替名次。",
  },
};
const outside: FindingText = {
  code: "audit.rank-outside-interval",
  en: "The rank as written lies outside the interval of {units}: the definition favours or disfavours them more than most of its alternatives.",
  zh: "{units} 的名次落在其区间之外：与多数备选方案相比，该定义对它们偏高或偏低。",
  remedy: {
    en: "Give the reasons for the decisions behind it.",
    zh: "请说明相关决定的理由。",
  },
};
const undecided: FindingText = {
  code: "audit.not-varied",
  en: "Not varied, because units would lose their value: {dropped}.",
  zh: "因会使对象失去数值而未作变动：{dropped}。",
  remedy: {
    en: "Pass factors that keep every unit computable.",
    zh: "请通过 factors 给出能保持可计算的选项。",
  },
};

const mostRanks = 20_000_000;

/** How wide rank intervals are under weights, means and normalisers drawn at random. */
export const robustness: Criterion<"robustness", RobustnessValues> = {
  id: "robustness",
  title: { en: "Rank intervals", zh: "名次区间" },
  thresholds: ["rankInterval", "wideIntervals", "rankLevel", "weightVariation"],
  examine: (context) => {
    const { frozen, table, draws, seed, thresholds } = context;
    const units = table.units.length;
    if (units * draws > mostRanks)
      return nothing({
        en: `${units} units times ${draws} draws are more ranks than can be kept (${mostRanks}). Take fewer draws.`,
        zh: `${units} 个对象乘以 ${draws} 次抽样，超出可保存的名次数（${mostRanks}）。请减少抽样次数。`,
      });
    const { of, order } = frozen.ranking ?? { of: frozen.root, order: "descending" };
    const { document, factors, dropped } = planned(context, of);
    if (factors.length === 0)
      return nothing({ en: "There is no decision to vary.", zh: "没有可变动的决定。" });
    const { written, ranks } = drawRanks(document, table, factors, {
      node: of,
      draws,
      seed,
      order: order === "descending" ? 1 : -1,
    });
    const ranked = written.filter((rank) => rank > 0).length;
    if (ranked < 2)
      return nothing({ en: "Fewer than two units have a rank.", zh: "具有名次的对象不足两个。" });
    const intervals = ranks.map((list, row) =>
      intervalOf(list, written[row] ?? 0, ranked, thresholds.rankLevel),
    );
    const rowsWhere = (holds: (interval: RankInterval) => boolean) =>
      intervals.flatMap((interval, row) => (interval && holds(interval) ? [row] : []));
    const wideRows = rowsWhere(({ width }) => width > thresholds.rankInterval);
    const outsideRows = rowsWhere(({ rank, lower, upper }) => rank < lower || rank > upper);
    const share = wideRows.length / ranked;
    return {
      message: {
        en: `Over ${draws} draws of ${factors.length} decisions, ${wideRows.length} of ${ranked} units have a ${percent(thresholds.rankLevel)} rank interval wider than ${percent(thresholds.rankInterval)} of the units.`,
        zh: `对 ${factors.length} 项决定抽样 ${draws} 次，${ranked} 个对象中有 ${wideRows.length} 个的 ${percent(thresholds.rankLevel)} 名次区间宽于对象数的 ${percent(thresholds.rankInterval)}。`,
      },
      findings: [
        ...(wideRows.length > 0
          ? [
              finding(context, share > thresholds.wideIntervals ? "fail" : "warn", wide, {
                rows: wideRows,
                values: { share: percent(share), most: percent(thresholds.rankInterval) },
              }),
            ]
          : []),
        ...(outsideRows.length > 0 ? [finding(context, "warn", outside, { rows: outsideRows })] : []),
        ...(dropped.length > 0
          ? [finding(context, "not-computable", undecided, { texts: { dropped: listed(dropped) } })]
          : []),
      ],
      values: {
        of,
        level: thresholds.rankLevel,
        factors: factors.map(({ id }) => id),
        dropped,
        quantiles: "inverse-ecdf (type 1)",
        units: intervals,
        meanRankShift: shiftOf(ranks, written),
      },
    };
  },
};

function planned(context: AuditContext, of: string) {
  const { document, frozen, table, factors } = context;
  // Factors of the caller point at the definition as it was given.
  if (factors) return { document, factors, dropped: [] };
  const open = openDecisions(frozen);
  return { document: open, ...workableFactors(open, table, defaultFactors(context, open), of) };
}

function intervalOf(ranks: Uint32Array, rank: number, ranked: number, level: number): RankInterval | null {
  const drawn = ranks.filter((value) => value > 0).sort();
  if (rank === 0 || drawn.length === 0) return null;
  // A count of draws against a product of shares: the last bits must not decide.
  const at = (p: number) => drawn[Math.max(0, Math.ceil(p * drawn.length - 1e-9) - 1)] ?? rank;
  const [lower, upper] = [at((1 - level) / 2), at((1 + level) / 2)];
  return { rank, lower, median: at(0.5), upper, width: (upper - lower) / ranked };
}

function shiftOf(ranks: readonly Uint32Array[], written: Uint32Array): number {
  let [sum, count] = [0, 0];
  ranks.forEach((list, row) => {
    const rank = written[row] ?? 0;
    for (const drawn of list) {
      if (rank === 0 || drawn === 0) continue;
      sum += Math.abs(drawn - rank);
      count += 1;
    }
  });
  return count === 0 ? 0 : sum / count;
}
