import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { expressionColumns, expressionLinks } from "../expression-links.js";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { lowerDefuzzify } from "./fuzzy/lower-defuzzify.js";
import { membershipOutputs, sumOfDegrees } from "./fuzzy/lower-membership.js";
import { synthesisOutputs } from "./fuzzy/lower-synthesis.js";
import type { DefuzzifyNode, MembershipNode, SynthesisNode } from "./fuzzy/membership-node.js";
import { readDefuzzify, readMembership, readSynthesis } from "./fuzzy/read-fuzzy.js";
import type { NodeKind } from "./node-kind.js";
import { gradesDiffer, notAVector } from "./problems.js";
import { vectorColumns } from "./vector-columns.js";

const formulasOf = ({ from }: MembershipNode) =>
  from.method === "shares"
    ? Object.entries(from.counts).map(([grade, of]) => ({ of, at: ["from", "counts", grade] }))
    : [{ of: from.of, at: ["from", "of"] }];

/** Grades of a membership node, in order. */
const gradesOf = ({ from }: MembershipNode) =>
  Object.keys(from.method === "shares" ? from.counts : from.functions);

/** A vector of degrees of membership. */
export const membership: NodeKind<MembershipNode> = {
  kind: "membership",
  title: { en: "Membership", zh: "隶属度" },
  members: { required: ["from", "normalise"], optional: [] },
  read: readMembership,
  links: (node) =>
    formulasOf(node).flatMap(({ of, at }) => expressionLinks(of).map((link) => ({ ...link, at }))),
  tableColumns: (node) => formulasOf(node).flatMap(({ of }) => expressionColumns(of)),
  lower: (_definition, _id, node) => sumOfDegrees(membershipOutputs(node)),
  outputs: (_definition, _id, node) => membershipOutputs(node),
  outputNames: gradesOf,
  compute: (_definition, _id, node, context) => vectorColumns(membershipOutputs(node), context),
  methodKind: () => "row",
  entry: {
    formula: String.raw`r_g = \frac{n_g}{\sum_h n_h} \quad\text{or}\quad r_g = \mu_g(x)`,
    source: "Zadeh, Fuzzy sets, Information and Control 8 (1965)",
    edgeCases: {
      en: "No rater at all, or no grade with a degree above 0, has no normalised membership. The value of the node itself is the sum of its degrees.",
      zh: "没有任何评价者，或所有等级的隶属度均为 0 时，归一化隶属度不存在。节点自身的值为各隶属度之和。",
    },
    example: {
      node: {
        kind: "membership",
        from: {
          method: "functions",
          of: "x",
          functions: { good: { left: 50, from: 90 }, poor: { to: 50, right: 80 } },
        },
        normalise: "none",
      },
      inputs: { x: 65 },
      value: 0.875,
    },
  },
};

function expectGrades(
  definition: IndexDefinition,
  id: string,
  child: string,
  expected: readonly string[],
  path: ProblemPath,
) {
  const node = nodeAt(definition, child);
  if (node.kind !== "membership" && node.kind !== "synthesis")
    throw new CxMetricsError(notAVector, { path, values: { child } });
  const found = node.kind === "membership" ? gradesOf(node) : node.grades;
  const same = found.length === expected.length && expected.every((grade) => found.includes(grade));
  if (!same)
    throw new CxMetricsError(gradesDiffer, {
      path,
      values: { child, node: id, found: found.join(", "), expected: expected.join(", ") },
    });
}

/** A weighted synthesis of vectors. */
export const synthesis: NodeKind<SynthesisNode> = {
  kind: "synthesis",
  title: { en: "Fuzzy synthesis", zh: "模糊合成" },
  members: { required: ["grades", "children", "operator", "normalise"], optional: [] },
  read: readSynthesis,
  links: (node) =>
    node.children.map((child, index) => ({ node: child.node, raw: false, at: ["children", index, "node"] })),
  check: (definition, id, node, path) => {
    node.children.forEach((child, index) => {
      expectGrades(definition, id, child.node, node.grades, [...path, "children", index, "node"]);
    });
  },
  lower: (_definition, _id, node) => sumOfDegrees(synthesisOutputs(node)),
  outputs: (_definition, _id, node) => synthesisOutputs(node),
  outputNames: (node) => node.grades,
  compute: (_definition, _id, node, context) => vectorColumns(synthesisOutputs(node), context),
  methodKind: () => "row",
  entry: {
    formula: String.raw`b_g = \sum_j w_j r_{jg}, \quad \max_j \min(w_j, r_{jg}), \quad \max_j w_j r_{jg}, \quad \min\bigl(1, \textstyle\sum_j \min(w_j, r_{jg})\bigr)`,
    source: "Fuzzy comprehensive evaluation (模糊综合评价), models M(·,⊕), M(∧,∨), M(·,∨), M(∧,⊕)",
    edgeCases: {
      en: "Weights are shares that sum to 1. A missing vector leaves the synthesis without a value; one that is not applicable is left out, and only the weighted sum scales the other weights up.",
      zh: "权重为和等于 1 的占比。任一向量缺失时合成无值；不适用的向量不计入，仅加权求和会将其余权重重新归一。",
    },
    example: {
      node: {
        kind: "synthesis",
        grades: ["good", "poor"],
        children: [
          { node: "a", weight: 3 },
          { node: "b", weight: 1 },
        ],
        operator: "max-product",
        normalise: "none",
      },
      inputs: { "a.good": 0.6, "a.poor": 0.4, "b.good": 0.1, "b.poor": 0.9 },
      value: 0.75,
    },
  },
};

/** One number from a vector. */
export const defuzzify: NodeKind<DefuzzifyNode> = {
  kind: "defuzzify",
  title: { en: "Defuzzification", zh: "去模糊化" },
  members: { required: ["of", "values", "by"], optional: [] },
  read: readDefuzzify,
  links: (node) => [{ node: node.of, raw: false, at: ["of"] }],
  check: (definition, id, node, path) => {
    expectGrades(definition, id, node.of, Object.keys(node.values), [...path, "of"]);
  },
  lower: (_definition, _id, node) => lowerDefuzzify(node),
  methodKind: () => "row",
  entry: {
    formula: String.raw`\frac{\sum_g v_g b_g^k}{\sum_g b_g^k} \quad\text{or}\quad v_{\arg\max_g b_g}`,
    source:
      "Fuzzy comprehensive evaluation (模糊综合评价): maximum-membership principle and weighted average of grades",
    edgeCases: {
      en: "Degrees that are equal after rounding to the stated digits are tied, and the tie rule decides. Degrees that are all 0 have no weighted average.",
      zh: "按规定位数修约后相等的隶属度视为并列，由并列规则决定。隶属度全为 0 时加权平均不存在。",
    },
    example: {
      node: {
        kind: "defuzzify",
        of: "b",
        values: { good: 90, poor: 40 },
        by: { method: "weighted-average", exponent: 1 },
      },
      inputs: { "b.good": 0.6, "b.poor": 0.2 },
      value: 77.5,
    },
  },
};
