import { CxMetricsError, expectNumber, expectOneOf, expectText, type Outcome } from "@cxmetrics/definition";
import { engineName } from "../engine.js";
import { expectMembers } from "../expect-members.js";
import { notComputable, withoutEstimate } from "../not-computable.js";
import { eitherOr } from "../problems.js";
import { givenMissing, givenValue } from "../reasons.js";
import type { GivenMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";

/** A figure known from elsewhere: it enters the index as it is and carries no interval. */
export const given: MeasureKind<GivenMeasure> = {
  kind: "given",
  title: { en: "given figure", zh: "给定数值" },
  required: ["basis"],
  optional: ["value", "values", "unit"],
  sourced: false,
  check(record, path) {
    expectText(record["basis"], [...path, "basis"]);
    if ((record["value"] === undefined) === (record["values"] === undefined))
      throw new CxMetricsError(eitherOr, { path, values: { first: "value", second: "values" } });
    if (record["value"] !== undefined && record["value"] !== null)
      expectNumber(record["value"], [...path, "value"]);
    if (record["values"] !== undefined)
      expectMembers(record["values"], [...path, "values"], (value, at) =>
        value === null ? null : expectNumber(value, at),
      );
    if (record["unit"] !== undefined)
      expectOneOf(
        record["unit"],
        [...path, "unit"],
        ["share", "points", "mean", "index", "ratio", "milliseconds", "count"],
      );
  },
  columns: () => [],
  factor: () => 1,
  suffix: () => "",
  compute: async (measure, context) => givenOutcome(measure, context),
};

function givenOutcome(measure: GivenMeasure, { unit, reference }: MeasureContext): Outcome {
  const { basis } = measure;
  const byUnit = new Map(Object.entries(measure.values ?? {}));
  const value = measure.values === undefined ? measure.value : byUnit.get(unit.id);
  if (value === undefined || value === null)
    return withoutEstimate(givenMissing, { valid: 0, missing: 1, invalid: 0, excluded: {} }, reference, {
      basis,
    });
  return {
    status: "ok",
    value: value === 0 ? 0 : value,
    unit: measure.unit ?? "ratio",
    n: 1,
    effectiveN: 1,
    standardError: null,
    interval: notComputable(givenValue, { basis }),
    base: { valid: 1, missing: 0, invalid: 0, excluded: {} },
    definition: reference,
    engine: engineName,
    warnings: [],
  };
}
