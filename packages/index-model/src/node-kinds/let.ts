import { expressionColumns, expressionLinks } from "../expression-links.js";
import type { LetNode } from "./let/let-node.js";
import { letOutputs, lowerLet } from "./let/lower-let.js";
import { readLet } from "./let/read-let.js";
import type { NodeKind } from "./node-kind.js";
import { truth } from "./truth.js";

/** Every formula that the node holds, with its place. */
function formulasOf(node: LetNode) {
  const settings = (set: LetNode["default"], at: readonly (string | number)[]) =>
    Object.entries(set).map(([name, expression]) => ({ expression, at: [...at, name] }));
  return [
    ...(node.cases ?? []).flatMap((one, index) => [
      { expression: truth(one.when), at: ["cases", index, "when"] },
      ...settings(one.set, ["cases", index, "set"]),
    ]),
    ...settings(node.default, ["default"]),
  ];
}

/** Several names set together by the first case that holds. */
export const letKind: NodeKind<LetNode> = {
  kind: "let",
  title: { en: "Names by cases", zh: "分情形赋值" },
  members: { required: ["default"], optional: ["cases", "value"] },
  read: readLet,
  links: (node) =>
    formulasOf(node).flatMap(({ expression, at }) =>
      expressionLinks(expression).map((link) => ({ ...link, at })),
    ),
  tableColumns: (node) => formulasOf(node).flatMap(({ expression }) => expressionColumns(expression)),
  lower: (_definition, _id, node) => lowerLet(node),
  outputs: (_definition, _id, node) => letOutputs(node),
  outputNames: (node) => Object.keys(node.default),
  methodKind: () => "row",
  entry: {
    formula: String.raw`v = \begin{cases} e_1 & \text{if } c_1 \\ e_2 & \text{if } c_2 \\ e_0 & \text{otherwise} \end{cases}`,
    source: "Definition by cases; after the conditional computations of published index notes (UNDP, EGDI)",
    edgeCases: {
      en: "The first case that holds decides. A condition that cannot be decided leaves every name without a value. A name that the case does not set keeps its default.",
      zh: "取第一个成立的情形。条件无法判断时，所有名称均无值。情形未设置的名称取默认值。",
    },
    example: {
      node: {
        kind: "let",
        cases: [{ when: { compare: ">", of: ["crashes", 5] }, set: { factor: 0.8 } }],
        default: { factor: 1 },
      },
      inputs: { crashes: 7 },
      value: 0.8,
    },
  },
};
