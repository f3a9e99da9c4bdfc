import type { LocalizedText } from "@cxmetrics/definition";
import type { PanelOutcome, PanelRoundResult } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";

const texts = {
  indicator: { en: "indicator", zh: "指标" },
  weight: { en: "weight", zh: "权重" },
  mean: { en: "mean answer", zh: "评分均值" },
  variation: { en: "CV", zh: "变异系数" },
  full: { en: "full scores", zh: "满分比" },
  change: { en: "change", zh: "权重变化" },
  round: {
    en: "round {round}: {returned} of {invited} answered ({rate}){agreement}",
    zh: "第 {round} 轮：发出 {invited} 份，收回 {returned} 份（积极系数 {rate}）{agreement}",
  },
  agreement: { en: "; Kendall's W {w}, p {p}", zh: "；肯德尔 W {w}，p {p}" },
  ratio: { en: "{id}: CR {cr}{left}", zh: "{id}：CR {cr}{left}" },
  leftOut: { en: ", left out", zh: "，已剔除" },
} as const satisfies Record<string, LocalizedText>;

/** The weights of the last round, and how every round went. */
export function indexPanelText(outcome: PanelOutcome, { lang, bold }: Run): string {
  if (outcome.status !== "ok") return outcome.message[lang];
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const show = (value: number | null | undefined, digits: number) =>
    typeof value === "number" ? showNumber(value, digits) : "-";
  const last = outcome.rounds.at(-1);
  const columns: readonly TableColumn[] = [
    { head: texts.indicator[lang], align: "left" },
    right(texts.weight[lang]),
    right(texts.mean[lang]),
    right(texts.variation[lang]),
    right(texts.full[lang]),
    right(texts.change[lang]),
  ];
  const lines = (last?.indicators ?? []).map(({ id, weight, answers, fullScoreRate, change }) => [
    printable(id),
    show(weight, 4),
    show(answers.mean, 2),
    show(answers.coefficientOfVariation, 3),
    fullScoreRate === null ? "-" : `${show(100 * fullScoreRate, 0)}%`,
    show(change?.weight, 4),
  ]);
  const agreementOf = ({ agreement }: PanelRoundResult) =>
    agreement.status === "ok"
      ? say(lang, texts.agreement, { w: show(agreement.value, 3), p: show(agreement.p, 4) })
      : "";
  const rounds = outcome.rounds.map((round, at) =>
    say(lang, texts.round, {
      round: at + 1,
      returned: round.returned,
      invited: round.invited,
      rate: `${show(100 * round.returnRate, 0)}%`,
      agreement: agreementOf(round),
    }),
  );
  const ratios = (last?.experts ?? []).flatMap(({ id, consistencyRatio, excluded }) =>
    consistencyRatio === null
      ? []
      : [
          say(lang, texts.ratio, {
            id: printable(id),
            cr: show(consistencyRatio, 4),
            left: excluded ? texts.leftOut[lang] : "",
          }),
        ],
  );
  return [terminalTable(columns, lines, bold), "", ...rounds, ...ratios].join("\n");
}
