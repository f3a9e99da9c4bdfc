import {
  expectList,
  expectLocalizedText,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { expectName } from "./expect-name.js";
import { expectObject } from "./expect-object.js";
import { expectRowBinding } from "./expect-row-binding.js";
import type { Measure } from "./measures/measure.js";
import { measureKinds } from "./measures/measure-kinds.js";

const head = ["title", "units"];
const sourcedHead = ["rows", "where", "onInvalid"];

/** Expects one measure of any registered kind, its defaults already filled in. */
export function expectMeasure(value: unknown, path: ProblemPath): Measure {
  const named = expectObject(value, path)["kind"];
  const kind =
    measureKinds[expectOneOf(named, [...path, "kind"], Object.keys(measureKinds) as Measure["kind"][])];
  const required = ["kind", ...(kind.sourced ? ["source"] : []), ...kind.required];
  const record = expectRecord(value, path, required, [
    ...head,
    ...(kind.sourced ? sourcedHead : []),
    ...kind.optional,
  ]);
  if (record["title"] !== undefined) expectLocalizedText(record["title"], [...path, "title"]);
  if (record["units"] !== undefined) expectList(record["units"], [...path, "units"], expectName, 1);
  if (kind.sourced) {
    expectText(record["source"], [...path, "source"]);
    expectRowBinding(record, path);
    if (record["onInvalid"] !== undefined)
      expectOneOf(record["onInvalid"], [...path, "onInvalid"], ["throw", "count"]);
  }
  kind.check(record, path);
  return record as unknown as Measure;
}
