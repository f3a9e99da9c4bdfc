import type { Interval } from "@cxmetrics/definition";
import { normalDistribution, tDistribution } from "@cxmetrics/stats";
import { refuse } from "../rating-options.js";
import { badDesignOption } from "./problems.js";

/** Distribution to which a difference over its standard error is held. */
export type ReferenceDistribution = "t" | "z";

/** Interval and two-sided p-value of a difference. */
export interface TestedDifference {
  readonly interval: Interval;
  readonly p: number;
}

/** Beyond this many degrees of freedom t is z, to the last digit. */
const mostDegrees = 1e12;

/**
 * Tests a difference of no more than its standard error's width: $d / SE$ against t or z.
 *
 * @param design how the standard error was had, for the name of the method: `unpooled`, `paired`, `overlapping`
 */
export function testDifference(
  difference: number,
  standardError: number,
  degreesOfFreedom: number,
  level: number,
  reference: ReferenceDistribution,
  design: string,
): TestedDifference {
  const df = Math.min(degreesOfFreedom, mostDegrees);
  const ratio = Math.abs(difference / standardError);
  const tail = (1 - level) / 2;
  const critical = -(reference === "t"
    ? tDistribution.quantile(tail, df)
    : normalDistribution.quantile(tail));
  const margin = critical * standardError;
  return {
    p: Math.min(
      1,
      2 * (reference === "t" ? tDistribution.survival(ratio, df) : normalDistribution.survival(ratio)),
    ),
    interval: {
      status: "ok",
      lower: difference - margin,
      upper: difference + margin,
      level,
      method: `${design}-${reference}`,
    },
  };
}

/** Expects t or z; t where it is left out. */
export function expectReference(value: unknown): ReferenceDistribution {
  if (value === undefined || value === "t") return "t";
  if (value === "z") return value;
  throw refuse(badDesignOption, ["options", "reference"], "t | z", value);
}
