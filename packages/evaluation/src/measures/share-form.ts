import { expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import type { ShareForm } from "./measure.js";

const factors: Readonly<Record<ShareForm, number>> = { value: 1, percent: 100, "per-thousand": 1000 };
const suffixes: Readonly<Record<ShareForm, string>> = { value: "", percent: "%", "per-thousand": "‰" };

/** Checks the member `as` of a measure whose estimate may be a share. */
export function expectShareForm(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  if (record["as"] !== undefined)
    expectOneOf(record["as"], [...path, "as"], ["value", "percent", "per-thousand"]);
}

/** What a share is multiplied with to enter the index. */
export function shareFactor(measure: { readonly as?: ShareForm }): number {
  return factors[measure.as ?? "value"];
}

/** The sign behind a share in this form. */
export function shareSuffix(measure: { readonly as?: ShareForm }): string {
  return suffixes[measure.as ?? "value"];
}
