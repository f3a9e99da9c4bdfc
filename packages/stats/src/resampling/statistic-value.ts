import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { notAFunction, statisticNotANumber } from "./problems.js";

/** What a statistic returned: a finite number, or null where it does not exist. */
export function statisticValue(value: unknown): number | null {
  if (value === null) return null;
  // Adding zero turns -0 into 0.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  throw new CxMetricsError(statisticNotANumber, {
    path: ["statistic"],
    values: { found: describeValue(value) },
  });
}

/** Refuses what cannot be called. */
export function statisticFunction<F>(value: F): F {
  if (typeof value === "function") return value;
  const values = { name: "statistic", found: describeValue(value) };
  throw new CxMetricsError(notAFunction, { path: ["statistic"], values });
}
