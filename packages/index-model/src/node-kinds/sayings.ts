import type { SynthesisNode } from "./fuzzy/membership-node.js";
import type { GateEffect } from "./gate/gate-node.js";
import type { PointsNode } from "./points/points-node.js";

type Steps = readonly { readonly from: number; readonly points: number }[];
type Limits = { readonly lower?: number; readonly upper?: number };

/** The sentences that pages say about nodes, by language. */
interface Sayings {
  readonly evidence: (bounds: readonly string[], stated: readonly string[]) => string;
  readonly points: (
    maximum: number,
    parts: readonly string[],
    notApplicable: PointsNode["notApplicable"],
    outOfRange: PointsNode["outOfRange"],
    least: number | undefined,
  ) => string;
  readonly adjustment: (
    kind: "deduction" | "bonus",
    base: string,
    items: readonly string[],
    atMost: number | undefined,
    limits: Limits | undefined,
  ) => string;
  readonly item: (
    title: string,
    counted: string,
    each: number | undefined,
    steps: Steps | undefined,
    atMost: number | undefined,
  ) => string;
  readonly statement: (attribute: string, texts: readonly string[]) => string;
  readonly gate: (
    title: string,
    predicate: string,
    effect: string,
    notAssessed: "keep" | "missing",
  ) => string;
  readonly effects: Readonly<Record<GateEffect["do"], (value: string | number) => string>>;
  readonly let: (names: readonly string[]) => string;
  readonly membership: (normalise: "sum" | "none") => string;
  readonly synthesis: (operator: SynthesisNode["operator"], weights: readonly string[]) => string;
  readonly defuzzify: (
    method: "maximum-membership" | "weighted-average",
    values: readonly string[],
  ) => string;
}

const en: Sayings = {
  evidence: (bounds, stated) =>
    `Counts only with ${[...bounds, ...stated.map((one) => `${one} stated`)].join(" and ")}; otherwise, and where nobody looked, it is missing.`,
  points: (maximum, parts, notApplicable, outOfRange, least) =>
    [
      `Full marks ${maximum}: ${parts.join(", ")}.`,
      {
        prorated: "What is not applicable is prorated.",
        full: "What is not applicable counts full.",
        zero: "What is not applicable counts zero.",
      }[notApplicable],
      least === undefined
        ? "One missing part leaves no score."
        : `Missing parts are prorated while at least ${least} of the marks can be earned.`,
      {
        missing: "Points out of range are taken for missing.",
        cap: "Points out of range are set to the bound.",
      }[outOfRange],
    ].join(" "),
  adjustment: (kind, base, items, atMost, limits) =>
    [
      `${kind === "deduction" ? "Taken off" : "Added to"} ${base}: ${items.join("; ")}.`,
      ...(atMost === undefined ? [] : [`Together at most ${atMost}.`]),
      ...(limits ? [`Afterwards kept ${within(limits, "at least", "at most", " and ")}.`] : []),
    ].join(" "),
  item: (title, counted, each, steps, atMost) =>
    `${title}: ${steps ? steps.map((step) => `${step.points} from ${step.from} on`).join(", ") : `${each} each`} (${counted})${atMost === undefined ? "" : `, at most ${atMost}`}`,
  statement: (attribute, texts) => `${attribute} says ${texts.join(" or ")}`,
  gate: (title, predicate, effect, notAssessed) =>
    `Lets ${title} through unless ${predicate}; then ${effect}. Where this was not assessed, the value is ${notAssessed === "keep" ? "kept, but the gate is not passed" : "missing"}.`,
  effects: {
    set: (value) => `the value is ${value}`,
    cap: (value) => `the value is at most ${value}`,
    missing: () => "the value is missing",
    withhold: () => "the value is withheld",
    "cap-grade": (value) => `the grade is at best ${value}`,
    "withhold-grade": () => "no grade is given",
  },
  let: (names) => `Sets ${names.join(", ")}: the first case that holds decides.`,
  membership: (normalise) =>
    `Degrees of membership by grade${normalise === "sum" ? ", divided by their sum" : ""}.`,
  synthesis: (operator, weights) =>
    `Fuzzy synthesis, operator ${{ "weighted-sum": "M(·,⊕), weighted sum", "max-min": "M(∧,∨), max–min", "max-product": "M(·,∨), max–product", "min-bounded-sum": "M(∧,⊕), bounded sum of minima" }[operator]}; weights: ${weights.join(", ")}.`,
  defuzzify: (method, values) =>
    `${method === "weighted-average" ? "Average of the grades weighted by degree" : "The grade with the greatest degree"}; ${values.join(", ")}.`,
};

const zh: Sayings = {
  evidence: (bounds, stated) =>
    `证据门槛：${[...bounds, ...stated.map((one) => `已注明 ${one}`)].join("，且")}；未达到或未核查时按缺失处理。`,
  points: (maximum, parts, notApplicable, outOfRange, least) =>
    [
      `满分 ${maximum} 分：${parts.join("、")}。`,
      {
        prorated: "不适用的子项按比例折算。",
        full: "不适用的子项按满分计。",
        zero: "不适用的子项按零分计。",
      }[notApplicable],
      least === undefined
        ? "任一子项缺失则无得分。"
        : `可得分值不少于满分的 ${least} 时，缺失子项按比例折算。`,
      { missing: "超出范围的得分按缺失处理。", cap: "超出范围的得分按边界计。" }[outOfRange],
    ].join(""),
  adjustment: (kind, base, items, atMost, limits) =>
    [
      `在${base}基础上${kind === "deduction" ? "扣分" : "加分"}：${items.join("；")}。`,
      ...(atMost === undefined ? [] : [`合计最多 ${atMost} 分。`]),
      ...(limits ? [`其后${within(limits, "不低于", "不高于", "、")}。`] : []),
    ].join(""),
  item: (title, counted, each, steps, atMost) =>
    `${title}${steps ? steps.map((step) => `达到 ${step.from} 起计 ${step.points} 分`).join("，") : `每单位 ${each} 分`}（${counted}）${atMost === undefined ? "" : `，最多 ${atMost} 分`}`,
  statement: (attribute, texts) => `${attribute} 为 ${texts.join(" 或 ")}`,
  gate: (title, predicate, effect, notAssessed) =>
    `${title}通过此门槛；若${predicate}，则${effect}。未核查时${notAssessed === "keep" ? "保留数值，但不视为通过" : "按缺失处理"}。`,
  effects: {
    set: (value) => `取值为 ${value}`,
    cap: (value) => `取值不超过 ${value}`,
    missing: () => "按缺失处理",
    withhold: () => "不予公布",
    "cap-grade": (value) => `等级最高为 ${value}`,
    "withhold-grade": () => "不予评级",
  },
  let: (names) => `同时设定 ${names.join("、")}：取第一个成立的情形。`,
  membership: (normalise) => `各等级的隶属度${normalise === "sum" ? "，除以其总和" : ""}。`,
  synthesis: (operator, weights) =>
    `模糊合成，算子 ${{ "weighted-sum": "M(·,⊕)（加权求和）", "max-min": "M(∧,∨)（取大取小）", "max-product": "M(·,∨)（乘积取大）", "min-bounded-sum": "M(∧,⊕)（取小有界和）" }[operator]}；权重：${weights.join("、")}。`,
  defuzzify: (method, values) =>
    `${method === "weighted-average" ? "以隶属度加权的等级平均值" : "取隶属度最大的等级"}；${values.join("、")}。`,
};

function within({ lower, upper }: Limits, least: string, most: string, and: string): string {
  return [
    ...(lower === undefined ? [] : [`${least} ${lower}`]),
    ...(upper === undefined ? [] : [`${most} ${upper}`]),
  ].join(and);
}

/** The sentences by language. */
export const sayings: Readonly<Record<"en" | "zh", Sayings>> = { en, zh };
