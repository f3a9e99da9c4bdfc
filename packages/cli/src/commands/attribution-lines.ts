import type { LocalizedText } from "@cxmetrics/definition";
import type { ChangeAttributionOutcome, IndexDefinition, RevisionAspect } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  cause: { en: "cause", zh: "原因" },
  contribution: { en: "contribution", zh: "贡献" },
  error: { en: "standard error", zh: "标准误" },
  data: { en: "data", zh: "数据" },
  membership: { en: "revision: which indicators", zh: "修订：指标构成" },
  goalposts: { en: "revision: goalposts", zh: "修订：标尺" },
  methods: { en: "revision: methods", zh: "修订：方法" },
  weights: { en: "revision: weights", zh: "修订：权重" },
  other: { en: "revision: other", zh: "修订：其他" },
  appeared: { en: "appeared", zh: "新出现" },
  vanished: { en: "vanished", zh: "消失" },
  sum: { en: "change", zh: "合计" },
  method: { en: "shared by {method} ({exactness})", zh: "分解方法：{method}（{exactness}）" },
  exact: { en: "exact", zh: "精确" },
  sampled: {
    en: "{permutations} sampled orders, seed {seed}, {generator}",
    zh: "抽取 {permutations} 种次序，种子 {seed}，{generator}",
  },
} as const satisfies Record<string, LocalizedText>;

/** A number with its sign, so that nobody takes a fall for a rise. */
export function signedNumber(value: number, digits: number): string {
  const text = showNumber(value, digits);
  return value > 0 ? `+${text}` : text;
}

/** Where a change comes from: inputs and aspects of the definition, largest first, and their sum. */
export function attributionLines(
  told: ChangeAttributionOutcome,
  definition: IndexDefinition,
  { lang, bold }: Run,
): readonly string[] {
  if (told.status !== "ok") return [printable(told.message[lang])];
  const digits = digitsFor(definition) + 1;
  const { data, revision } = told;
  const detailed = "inputs" in data ? data : undefined;
  const inputs = (detailed?.inputs ?? []).map(
    ({ input, leaves, availability, contribution, standardError }) => {
      const leaf = leaves.length === 1 ? definition.nodes[leaves[0] ?? ""]?.title[lang] : undefined;
      const what = availability === "same" ? "" : ` (${texts[availability][lang]})`;
      return {
        name: `${printable(input)}${leaf === undefined ? "" : ` ${printable(leaf)}`}${what}`,
        contribution,
        standardError,
      };
    },
  );
  const whole = detailed
    ? []
    : [{ name: texts.data[lang], contribution: data.change, standardError: undefined }];
  const aspects = (revision?.aspects ?? []).map(
    ({ aspect, contribution }: { readonly aspect: RevisionAspect; readonly contribution: number }) => ({
      name: texts[aspect][lang],
      contribution,
      standardError: undefined,
    }),
  );
  const causes = [...inputs, ...whole].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const sampled = inputs.some(({ standardError }) => standardError !== undefined);
  const lines = [...causes, ...aspects].map(({ name, contribution, standardError }) => [
    name,
    signedNumber(contribution, digits),
    ...(sampled ? [standardError === undefined ? "" : showNumber(standardError, digits)] : []),
  ]);
  const head: readonly TableColumn[] = [
    { head: texts.cause[lang], align: "left" },
    { head: texts.contribution[lang], align: "right" },
    ...(sampled ? [{ head: texts.error[lang], align: "right" } as const] : []),
  ];
  const sampling = detailed?.sampling;
  const exactness = sampling ? say(lang, texts.sampled, { ...sampling }) : texts.exact[lang];
  return [
    terminalTable(head, [...lines, [texts.sum[lang], signedNumber(told.change, digits)]], bold),
    ...(detailed && detailed.inputs.length > 0
      ? [say(lang, texts.method, { method: detailed.method, exactness })]
      : []),
  ];
}
