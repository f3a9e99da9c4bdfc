import type { IndexExplanation } from "@cxmetrics/index-model";
import type { MatrixData } from "../charts/matrix.js";
import type { ReportPage } from "../page/report-page.js";

/** Weight and score of every indicator of a unit that has both. */
export function matrixData(page: ReportPage, trace: IndexExplanation): MatrixData {
  const points = trace.nodes.flatMap(({ id, kind, value, effectiveGlobalWeight }) => {
    if (kind !== "indicator" || value === null || effectiveGlobalWeight === null) return [];
    const outcome = page.result.estimates[id]?.[trace.unit];
    const label = page.nodeTitle(id);
    return [
      {
        label,
        code: id.length <= 6 ? id : label,
        importance: effectiveGlobalWeight,
        performance: value,
        n: outcome?.status === "ok" ? outcome.n : null,
      },
    ];
  });
  const { say, scale } = page;
  return { points, scale, importance: say("weightInIndex"), performance: say("scoreOfIndicator") };
}
