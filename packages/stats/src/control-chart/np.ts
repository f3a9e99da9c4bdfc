import { CxMetricsError } from "@cxmetrics/definition";
import type { ControlChartKind } from "./control-chart-kind.js";
import { sizesDiffer } from "./problems.js";
import { readShare } from "./read-count.js";
import { shareDeviation, shareParameters } from "./share-parameters.js";
import { drawShewhart } from "./shewhart.js";

export const np: ControlChartKind = {
  id: "np",
  title: { en: "Number of cases in equal samples (np chart)", zh: "不合格品数图（np 图）" },
  source:
    "Shewhart, W. A. (1931). Economic Control of Quality of Manufactured Product. New York: Van Nostrand.",
  formula: "n\\bar p \\pm L\\sqrt{n\\bar p(1-\\bar p)}",
  edgeCases: {
    en: "All points with data need the same size n; the p chart takes different sizes. Limits are clamped to 0…n. Its parameters hold the share, not the count.",
    zh: "有数据的各点规模 n 必须相同；规模不同时用 p 图。控制限截断至 0…n。其参数中保存的是占比而非计数。",
  },
  centreRange: { min: 0, max: 1 },
  needs: [],
  impliedDeviation: shareDeviation,
  read: readShare,
  estimate: shareParameters,
  draw(readings, parameters, { sigma }) {
    const first = readings.find((reading) => reading !== null)?.size;
    readings.forEach((reading, index) => {
      if (reading === null || reading.size === first) return;
      throw new CxMetricsError(sizesDiffer, {
        path: ["points", index, "size"],
        values: { first: first ?? null, found: reading.size },
      });
    });
    return drawShewhart(readings, parameters, { charted: "total", sigma, min: 0, max: (size) => size });
  },
};
