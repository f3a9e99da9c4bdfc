import type { Interval } from "@cxmetrics/definition";
import { representable } from "./expect/representable.js";

/** An interval from computed limits; refuses limits that overflow. */
export function intervalOf(lower: number, upper: number, level: number, method: string): Interval {
  return {
    status: "ok",
    lower: representable(lower, "lower"),
    upper: representable(upper, "upper"),
    level,
    method,
  };
}
