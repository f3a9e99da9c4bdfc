import type { Warning } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { warning } from "../warning.js";
import { fittedNodeOf } from "./fitted-node-of.js";

/** What a reader must know about parameters that could not be fitted. */
export function fitWarnings(definition: IndexDefinition, node: string): readonly Warning[] {
  const fitted = fittedNodeOf(definition, node);
  const failed = Object.entries(fitted?.notFitted ?? {}).map(([stage, { message }]) =>
    warning(
      "index.not-fitted-node",
      {
        en: `"{node}" has no value: {stage} could not be fitted. ${message.en}`,
        zh: `“{node}” 没有取值：{stage} 无法标定。${message.zh}`,
      },
      { node, stage },
    ),
  );
  if (fitted?.diagnostics?.["constant"] !== true) return failed;
  return [
    ...failed,
    warning(
      "index.constant-reference",
      {
        en: '"{node}" is the same for all units of the reference population, so it cannot tell units apart. See what its normaliser and the missing policy above it make of that.',
        zh: "“{node}” 在参照总体中全部相同，无法区分对象。请查看其归一化方法与上级缺失策略的处理结果。",
      },
      { node },
    ),
  ];
}
