import { expectNumber } from "@cxmetrics/definition";

/**
 * Share of the problems of a design that some evaluators find together, if each finds every problem with the same chance.
 *
 * $$ 1 - (1-\lambda)^n $$
 *
 * λ = 0.31 is the mean of Nielsen & Landauer (INTERCHI '93, 206–213); five evaluators then find 84 %. It varies between 0.16 and
 * 0.60 over their projects, so the share is a rule of thumb and no estimate. A mean score of few raters is a different matter:
 * see `poolRatings`.
 *
 * @param evaluators number of evaluators, 0 or more
 * @param rate chance λ of one evaluator to find one problem, 0…1; 0.31 when left out
 * @returns expected share of the problems found, 0…1
 * @throws `CxMetricsError` `document.wrong-type`, `document.out-of-range`
 * @example
 * ```ts
 * problemDiscovery(5); // => 0.8435968651
 * problemDiscovery(3, 0.5); // => 0.875
 * ```
 */
export function problemDiscovery(evaluators: number, rate = 0.31): number {
  const n = expectNumber(evaluators, ["evaluators"], { least: 0, integer: true });
  const lambda = expectNumber(rate, ["rate"], { least: 0, most: 1 });
  return 1 - (1 - lambda) ** n;
}
