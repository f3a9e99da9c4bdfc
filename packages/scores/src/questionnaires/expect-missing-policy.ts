import { expectNumber, expectOneOf, expectRecord } from "@cxmetrics/definition";

/** Expects a rule for blank answers. */
export function expectMissingPolicy(value: unknown, path: readonly string[]): void {
  const { kind } = expectRecord(value, path, ["kind"], ["answered"]);
  expectOneOf(kind, [...path, "kind"], ["refuse", "impute-midpoint", "mean-of-answered"]);
  if (kind === "refuse") expectRecord(value, path, ["kind"]);
  else {
    const { answered } = expectRecord(value, path, ["kind", "answered"]);
    expectNumber(answered, [...path, "answered"], { least: 0, most: 1 });
  }
}
