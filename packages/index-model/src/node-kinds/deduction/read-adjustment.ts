import {
  CxMetricsError,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectProvenance,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { parseExpression } from "@cxmetrics/formula";
import { emptyRange } from "../../problems.js";
import { duplicateItem, oneOfEachAndSteps, stepsNotRising } from "../problems.js";
import { readOutputName } from "../read-output-name.js";

const nonNegative = { least: 0 };

/** Expects what deductions and bonuses have in common. */
export function readAdjustment(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  const seen = new Set(["amount"]);
  expectList(
    record["items"],
    [...path, "items"],
    (item, at) => {
      const id = readItem(item, at);
      if (seen.has(id))
        throw new CxMetricsError(duplicateItem, { path: [...at, "id"], values: { item: id } });
      seen.add(id);
    },
    1,
  );
  if (record["atMost"] !== undefined) expectNumber(record["atMost"], [...path, "atMost"], nonNegative);
  if (record["limits"] === undefined) return;
  const at = [...path, "limits"];
  const { lower, upper } = expectRecord(record["limits"], at, [], ["lower", "upper"]);
  const least = lower === undefined ? Number.NEGATIVE_INFINITY : expectNumber(lower, [...at, "lower"]);
  const most = upper === undefined ? Number.POSITIVE_INFINITY : expectNumber(upper, [...at, "upper"]);
  if (!(least < most))
    throw new CxMetricsError(emptyRange, { path: at, values: { lower: least, upper: most } });
}

function readItem(value: unknown, path: ProblemPath): string {
  const item = expectRecord(value, path, ["id", "title", "of"], ["each", "steps", "atMost", "provenance"]);
  const id = readOutputName(expectText(item["id"], [...path, "id"]), [...path, "id"]);
  expectLocalizedText(item["title"], [...path, "title"]);
  parseExpression(item["of"], [...path, "of"]);
  if ((item["each"] === undefined) === (item["steps"] === undefined))
    throw new CxMetricsError(oneOfEachAndSteps, { path, values: { item: id } });
  if (item["each"] !== undefined) expectNumber(item["each"], [...path, "each"], nonNegative);
  if (item["steps"] !== undefined) readSteps(item["steps"], [...path, "steps"], id);
  if (item["atMost"] !== undefined) expectNumber(item["atMost"], [...path, "atMost"], nonNegative);
  if (item["provenance"] !== undefined) expectProvenance(item["provenance"], [...path, "provenance"]);
  return id;
}

function readSteps(value: unknown, path: ProblemPath, item: string): void {
  let before: number | undefined;
  expectList(
    value,
    path,
    (step, at) => {
      const record = expectRecord(step, at, ["from", "points"]);
      const from = expectNumber(record["from"], [...at, "from"]);
      expectNumber(record["points"], [...at, "points"], nonNegative);
      if (before !== undefined && from <= before)
        throw new CxMetricsError(stepsNotRising, { path: at, values: { item, from, before } });
      before = from;
    },
    1,
  );
}
