import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import { type Column, columnFrom, evaluateColumns, faultCode } from "@cxmetrics/formula";
import { attributeAt } from "../check-table.js";
import { expressionColumns, expressionLinks } from "../expression-links.js";
import type { GateNode, Statement } from "./gate/gate-node.js";
import type { GateStatus } from "./gate/gate-status.js";
import { isStatement, lowerGate, lowerTrigger, statementName } from "./gate/lower-gate.js";
import { readGate } from "./gate/read-gate.js";
import type { NodeContext, NodeKind } from "./node-kind.js";
import { gateGradeUnknown, gateNotListed } from "./problems.js";
import { truth } from "./truth.js";

const trigger = ({ when }: GateNode) => (isStatement(when) ? 0 : truth(when));

/** Lets a value through unless a predicate holds. */
export const gate: NodeKind<GateNode> = {
  kind: "gate",
  title: { en: "Gate", zh: "门槛" },
  members: { required: ["of", "when", "effect", "notAssessed"], optional: [] },
  read: readGate,
  links: (node) => [
    { node: node.of, raw: false, at: ["of"] },
    ...expressionLinks(trigger(node)).map((link) => ({ ...link, at: ["when"] })),
  ],
  tableColumns: (node) => expressionColumns(trigger(node)),
  attributes: ({ when }) => (isStatement(when) ? [when.attribute] : []),
  check: ({ grades }, id, { effect }, path) => {
    if (effect.do !== "cap-grade" && effect.do !== "withhold-grade") return;
    if (!grades?.gates?.includes(id)) throw new CxMetricsError(gateNotListed, { path, values: { node: id } });
    const bands = grades.bands.map((band) => band.id);
    if (effect.do === "cap-grade" && !bands.includes(effect.at))
      throw new CxMetricsError(gateGradeUnknown, {
        path: [...path, "effect", "at"],
        values: { node: id, grade: effect.at, hint: didYouMean(effect.at, bands) },
      });
  },
  lower: (_definition, id, node) => lowerGate(id, node),
  outputNames: () => ["triggered", "statement"],
  compute: (_definition, id, node, context) => {
    const statement = isStatement(node.when) ? statementColumn(node.when, id, context) : undefined;
    const columns = new Map(context.columns);
    if (statement) columns.set(statementName(id), statement);
    const triggered = evaluateColumns(lowerTrigger(id, node), columns, context.length);
    return {
      value: evaluateColumns(lowerGate(id, node), columns, context.length),
      named: { triggered, statement: statement ?? triggered },
      untold: ["triggered", "statement"],
      told: () => ({ statuses: statusesOf(triggered) }),
    };
  },
  methodKind: () => "row",
  entry: {
    formula: String.raw`\begin{cases} g(x) & \text{if } P \\ x & \text{otherwise} \end{cases}`,
    source: "Veto and threshold rules (一票否决); gates of the United Nations E-Government Survey",
    edgeCases: {
      en: "A predicate that cannot be decided is not assessed, never passed: the value is kept or taken for missing, as stated, and the status says so. Where the predicate does not apply, the value is kept.",
      zh: "无法判断的条件为“未核查”，绝不视为通过：按规定保留数值或按缺失处理，状态中予以注明。条件不适用时保留数值。",
    },
    example: {
      node: {
        kind: "gate",
        of: "score",
        when: { compare: "<", of: ["security", 60] },
        effect: { do: "cap", at: 79.9 },
        notAssessed: "missing",
      },
      inputs: { score: 91, security: 55 },
      value: 79.9,
    },
  },
};

/** 1 confirmed, 0 clear, missing for any other text: a blank or a typing error must not pass for clear. */
function statementColumn(
  { attribute, confirmed, clear }: Statement,
  id: string,
  context: NodeContext,
): Column {
  const texts: ArrayLike<unknown> = attributeAt(context.table, attribute, id);
  const cells = Array.from(texts, (text) => {
    const known = (list: readonly string[]) => typeof text === "string" && list.includes(text);
    return known(confirmed) ? 1 : known(clear) ? 0 : null;
  });
  return columnFrom(cells);
}

function statusesOf({ values, fault }: Column): readonly GateStatus[] {
  return Array.from(fault, (code, row) =>
    code === faultCode["not-applicable"]
      ? "not-applicable"
      : code !== 0
        ? "not-assessed"
        : values[row] === 1
          ? "triggered"
          : "passed",
  );
}
