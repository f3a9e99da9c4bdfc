import { faultCode } from "@cxmetrics/formula";
import { meanOf } from "../calibration/mean-and-deviation.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { rowsByUnit } from "./rows-by-unit.js";

/** Distance of a value from the unit's own mean over time, in mean absolute deviations. */
export interface Cyclical {
  readonly method: "cyclical";
  readonly direction: "more" | "less";
}

/** Where a unit stands in its own ups and downs: business-tendency indicators with different amplitudes become alike. */
export const cyclical: NormaliserMethod<Cyclical> = {
  method: "cyclical",
  kind: "cohort",
  title: { en: "Cyclical position", zh: "周期性指标法" },
  formula: String.raw`\frac{x_t-\mathrm{E}_t(x)}{\mathrm{E}_t\,|x-\mathrm{E}_t(x)|}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.6",
  edgeCases: {
    en: "Rows with the same unit name are its history; a new period moves all earlier values. A constant series, or a single period, divides by 0.",
    zh: "同名对象的各行构成其时间序列；新增一期会改变以往各期的取值。序列不变或只有一期时除数为 0。",
  },
  example: {
    parameters: { method: "cyclical", direction: "more" },
    reference: [2, 10, 4, 20, 9, 60],
    units: ["a", "b", "a", "b", "a", "b"],
    periods: ["2023", "2023", "2024", "2024", "2025", "2025"],
    raw: 9,
    value: 1.5,
  },
  parameters: { direction: { type: "choice", of: ["more", "less"] } },
  compute: ({ direction }, column, _scale, { table }) => {
    const values = new Float64Array(column.values.length);
    const fault = Uint8Array.from(column.fault);
    for (const rows of rowsByUnit(table)) {
      const present = rows.filter((row) => fault[row] === 0);
      if (present.length === 0) continue;
      const series = present.map((row) => column.values[row] as number);
      const constant = series.every((value) => value === series[0]);
      const mean = meanOf(series);
      const amplitude = constant ? 0 : meanOf(series.map((value) => Math.abs(value - mean)));
      present.forEach((row, at) => {
        const away = (series[at] as number) - mean;
        const value = (direction === "more" ? away : -away) / amplitude;
        if (amplitude === 0) fault[row] = faultCode["division-by-zero"];
        else if (Number.isFinite(value)) values[row] = value + 0;
        else fault[row] = faultCode.overflow;
      });
    }
    return { values, fault };
  },
  direction: ({ direction }) => direction,
};
