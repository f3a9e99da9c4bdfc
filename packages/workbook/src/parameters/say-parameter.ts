import type { LocalizedText } from "@cxmetrics/definition";
import type { IndexDefinition } from "@cxmetrics/index-model";
import type { Parameter } from "./parameter.js";

const say = (en: string, zh: string): LocalizedText => ({ en, zh });

/** What the members of a definition that hold numbers are called. */
const words: ReadonlyMap<string, LocalizedText> = new Map([
  ["worst", say("Worst value (goalpost)", "最差值（界限）")],
  ["best", say("Best value (goalpost)", "最优值（界限）")],
  ["lower", say("Lower end", "下限")],
  ["upper", say("Upper end", "上限")],
  ["left", say("Left foot", "左端点")],
  ["right", say("Right foot", "右端点")],
  ["from", say("From", "起点")],
  ["to", say("To", "终点")],
  ["weight", say("Weight", "权重")],
  ["weights", say("Weight", "权重")],
  ["orderWeights", say("Weight of rank", "位次权重")],
  ["exponent", say("Exponent", "幂次")],
  ["alpha", say("α", "α")],
  ["beta", say("β", "β")],
  ["digits", say("Digits", "修约位数")],
  ["minimumAvailable", say("Least available weight", "最低可用权重占比")],
  ["minimumCount", say("Least number of parts", "最少可用项数")],
  ["maximum", say("Maximum", "最大值（满分）")],
  ["minimum", say("Minimum", "最小值")],
  ["atMost", say("At most", "不超过")],
  ["atLeast", say("At least", "不低于")],
  ["at", say("Cap", "封顶值")],
  ["value", say("Value", "取值")],
  ["each", say("Points each", "每项分值")],
  ["points", say("Points", "分值")],
  ["target", say("Target", "目标值")],
  ["reference", say("Reference value", "参照值")],
  ["mean", say("Mean", "均值")],
  ["deviation", say("Standard deviation", "标准差")],
  ["median", say("Median", "中位数")],
  ["knots", say("Knot", "节点")],
  ["steps", say("Step", "档位")],
  ["center", say("Centre", "中心值")],
  ["spread", say("Spread", "离散尺度")],
  ["deviations", say("Deviations", "偏差倍数")],
  ["skewness", say("Limit of skewness", "偏度界限")],
  ["kurtosis", say("Limit of kurtosis", "峰度界限")],
  ["midpoint", say("Midpoint", "中点")],
  ["steepness", say("Steepness", "陡度")],
  ["levels", say("Level", "档级")],
  ["level", say("raw value", "原始值")],
  ["score", say("score", "得分")],
  ["atReference", say("Value at the reference", "参照处取值")],
  ["factor", say("factor", "系数")],
  ["limits", say("Limits:", "限值：")],
  ["items", say("Item", "项目")],
  ["conditions", say("Condition", "条件")],
  ["evidence", say("Evidence:", "证据：")],
  ["functions", say("Membership function", "隶属函数")],
  ["values", say("Value of grade", "等级赋值")],
  ["threshold", say("Threshold", "阈值")],
  ["below", say("Below the first step", "低于首档时")],
]);

const figureInFormula = say("Figure in the formula", "公式中的数值");
const figureInTransform = say("Figure in the transform", "变换式中的数值");

/** Keys that lead on and say nothing by themselves. */
const silent = new Set([
  "expression",
  "transform",
  "of",
  "normalise",
  "missing",
  "effect",
  "onto",
  "cases",
  "default",
  "set",
  "when",
  "compare",
  "any",
  "all",
  "then",
  "else",
]);

/** What a parameter is called: the word for its place, with the child or the number that tells it from its like. */
export function sayParameter(
  document: IndexDefinition,
  { path, node }: Parameter,
  lang: "en" | "zh",
): string {
  const own = path[0] === "calibration" ? path.slice(3) : path.slice(node === undefined ? 1 : 2);
  const child = childAt(document, node, own);
  const said: string[] = [];
  for (const key of own) {
    if (typeof key === "number") said.push(String(key + 1));
    else if (!silent.has(key) && !(child && key === "children")) said.push(words.get(key)?.[lang] ?? key);
  }
  const written = own.find((key) => key === "expression" || key === "transform");
  if (written !== undefined && said.every((part) => /^\d+$/.test(part))) {
    const figure = written === "expression" ? figureInFormula : figureInTransform;
    said.unshift(figure[lang]);
  }
  const fitted = path[0] === "calibration" ? (lang === "zh" ? "拟合：" : "Fitted: ") : "";
  if (child !== undefined) {
    const rest = said.filter((part) => !/^\d+$/.test(part)).join(" ");
    return `${fitted}${rest}${lang === "zh" ? "：" : ": "}${child[lang]}`;
  }
  return `${fitted}${said.join(" ")}`;
}

/** The title of the child to which a weight belongs. */
function childAt(
  document: IndexDefinition,
  id: string | undefined,
  [first, second]: readonly (string | number)[],
): LocalizedText | undefined {
  const node = id === undefined ? undefined : document.nodes[id];
  if (!node || !("children" in node) || typeof second !== "number") return undefined;
  if (first !== "children" && first !== "weights") return undefined;
  const name = node.children[second]?.node;
  return name === undefined ? undefined : document.nodes[name]?.title;
}
