import { CxMetricsError, expectRecord, expectText } from "@cxmetrics/definition";
import type { EvaluationOptions } from "./evaluate-plan.js";
import { expectObject } from "./expect-object.js";
import { badOption } from "./problems.js";

const answers = ["describeSource", "tallyRatings", "tallyFunnel", "countValues", "sumColumns", "readNumbers"];

/** Checks the options of an evaluation, for callers without types. */
export function expectEvaluationOptions(value: EvaluationOptions): EvaluationOptions {
  const record = expectRecord(
    value,
    ["options"],
    ["engine", "resolveIndexDefinition", "resolveScoreDefinition"],
    ["evaluatedOn"],
  );
  const engine = expectObject(record["engine"], ["options", "engine"]);
  expectText(engine["name"], ["options", "engine", "name"]);
  for (const answer of answers) expectFunction(engine[answer], `engine.${answer}`);
  if (engine["tallyJoint"] !== undefined) expectFunction(engine["tallyJoint"], "engine.tallyJoint");
  expectFunction(record["resolveIndexDefinition"], "resolveIndexDefinition");
  expectFunction(record["resolveScoreDefinition"], "resolveScoreDefinition");
  if (record["evaluatedOn"] !== undefined)
    expectText(record["evaluatedOn"], ["options", "evaluatedOn"], /^\d{4}-\d{2}-\d{2}$/, {
      en: "a date YYYY-MM-DD",
      zh: "日期 YYYY-MM-DD",
    });
  return value;
}

function expectFunction(value: unknown, option: string): void {
  if (typeof value === "function") return;
  throw new CxMetricsError(badOption, {
    path: ["options", ...option.split(".")],
    values: { option, expected: { en: "a function", zh: "函数" } },
  });
}
