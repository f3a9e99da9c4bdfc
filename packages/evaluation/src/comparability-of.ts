import type { IndexResult } from "@cxmetrics/index-model";
import type { Comparability } from "./evaluation-result.js";

/** Whether two units of one index result rest on the same indicators. Both rest on the same definition. */
export function comparabilityOf(index: IndexResult, from: number, to: number): Comparability {
  const leaves = Object.entries(index.nodes).filter(([id]) => index.document.nodes[id]?.kind === "indicator");
  const only = (here: number, there: number) =>
    leaves.flatMap(([id, { values }]) =>
      (values[here] ?? null) !== null && (values[there] ?? null) === null ? [id] : [],
    );
  const [onlyFrom, onlyTo] = [only(from, to), only(to, from)];
  if (onlyFrom.length + onlyTo.length === 0)
    return {
      status: "comparable",
      message: {
        en: "Comparable: one definition (same digest) and the same indicators on both sides.",
        zh: "可比：两侧采用同一定义（摘要一致），且有值的指标相同。",
      },
      onlyFrom,
      onlyTo,
    };
  const list = [...onlyFrom, ...onlyTo].join(", ");
  return {
    status: "limited",
    message: {
      en: `Limited: one definition (same digest), but these indicators have a value on one side only: ${list}.`,
      zh: `可比性受限：采用同一定义（摘要一致），但以下指标仅一侧有值：${list}。`,
    },
    onlyFrom,
    onlyTo,
  };
}
