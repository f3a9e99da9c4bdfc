import {
  CxMetricsError,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  formatVersion,
  refuseUnsafeKeys,
} from "@cxmetrics/definition";
import { checkLocations } from "./check-locations.js";
import { checkSamePeople } from "./check-same-people.js";
import type { EvaluationPlan } from "./evaluation-plan.js";
import { expectDefinitionSource } from "./expect-definition-source.js";
import { expectMembers } from "./expect-members.js";
import { expectName } from "./expect-name.js";
import { expectObject } from "./expect-object.js";
import { expectPlanSource } from "./expect-plan-source.js";
import { measureKinds } from "./measures/measure-kinds.js";
import { measuresOf } from "./measures-of.js";
import { duplicateUnit, sameUnitTwice, untitledCriterion } from "./problems.js";
import { unitNamed } from "./unit-named.js";

const required = [
  "formatVersion",
  "id",
  "version",
  "title",
  "purpose",
  "unitOfEvaluation",
  "units",
  "definition",
  "sources",
  "measures",
];
const optional = ["defaults", "criteria", "changes", "options"];

/**
 * Checks an evaluation plan completely, as far as it can be checked without the definitions and the data it names, and returns it.
 *
 * @param document plain data, for example from `parseDocument`
 * @throws `CxMetricsError` the `document.*` codes for a document that is not of this shape, each with its path;
 * `plan.bad-name`, `plan.duplicate-unit`, `plan.unknown-unit`, `plan.same-unit-twice`, `plan.unknown-source`,
 * `plan.missing-attribute`, `plan.no-file-for-unit`, `plan.rows-unbound`, `plan.overlapping-measures`,
 * `plan.untitled-criterion`, `plan.either-or`, `plan.unknown-step`, `plan.value-outside-base`, `definition.bad-reference`
 * @example
 * ```ts
 * const plan = defineEvaluationPlan({
 *   formatVersion: 1, id: "demo", version: "1.0.0",
 *   title: { en: "Demo", zh: "示例" }, purpose: { en: "To show a plan", zh: "展示方案" },
 *   unitOfEvaluation: "channel",
 *   units: [{ id: "M", title: { en: "App", zh: "手机银行" } }],
 *   definition: "bank.digital-experience@1.0.0",
 *   sources: {},
 *   measures: { E2: { kind: "given", value: 0.12, basis: "operations report" } },
 * });
 * plan.units.map((unit) => unit.id); // => ["M"]
 * ```
 */
export function defineEvaluationPlan(document: unknown): EvaluationPlan {
  refuseUnsafeKeys(document);
  const record = expectRecord(document, [], required, optional);
  expectOneOf(record["formatVersion"], ["formatVersion"], [formatVersion]);
  expectText(record["id"], ["id"], /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/, {
    en: "a dotted lower-case name",
    zh: "小写点分名称",
  });
  expectText(record["version"], ["version"], /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, {
    en: "a semantic version",
    zh: "语义化版本",
  });
  expectLocalizedText(record["title"], ["title"]);
  expectLocalizedText(record["purpose"], ["purpose"]);
  expectText(record["unitOfEvaluation"], ["unitOfEvaluation"]);
  expectDefinitionSource(record["definition"], ["definition"]);
  expectMembers(record["sources"], ["sources"], (source, path, name) => {
    expectName(name, path);
    expectPlanSource(source, path);
  });
  if (record["defaults"] !== undefined) {
    expectRecord(record["defaults"], ["defaults"], [], Object.keys(measureKinds));
    expectMembers(record["defaults"], ["defaults"], expectObject);
  }
  checkSamePeople(record["sources"] as EvaluationPlan["sources"]);
  expectOptions(record["options"]);
  expectUnits(record["units"]);

  const plan = record as unknown as EvaluationPlan;
  for (const group of ["measures", "criteria"] as const) {
    if (record[group] === undefined) continue;
    expectMembers(record[group], [group], (_, path, id) => expectName(id, path));
    for (const [id, measures] of measuresOf(plan, group)) {
      if (group === "criteria" && !measures[0]?.title)
        throw new CxMetricsError(untitledCriterion, { path: [group, id], values: { id } });
      checkLocations(plan, group, id, measures);
    }
  }
  expectChanges(plan, record["changes"]);
  return plan;
}

function expectUnits(value: unknown): void {
  const seen = new Set<string>();
  expectList(
    value,
    ["units"],
    (item, path) => {
      const unit = expectRecord(item, path, ["id", "title"], ["attributes", "period"]);
      const id = expectName(unit["id"], [...path, "id"]);
      expectLocalizedText(unit["title"], [...path, "title"]);
      if (unit["period"] !== undefined) expectText(unit["period"], [...path, "period"]);
      if (unit["attributes"] !== undefined)
        expectMembers(unit["attributes"], [...path, "attributes"], (text, at, name) => {
          expectName(name, at);
          expectText(text, at);
        });
      if (seen.has(id)) throw new CxMetricsError(duplicateUnit, { path, values: { unit: id } });
      seen.add(id);
    },
    1,
  );
}

function expectOptions(value: unknown): void {
  if (value === undefined) return;
  const options = expectRecord(value, ["options"], [], ["level", "minimumN", "lang", "uncertainty"]);
  if (options["level"] !== undefined)
    expectNumber(options["level"], ["options", "level"], { least: 0.5, most: 0.9999 });
  if (options["minimumN"] !== undefined)
    expectNumber(options["minimumN"], ["options", "minimumN"], { least: 1, integer: true });
  if (options["lang"] !== undefined) expectOneOf(options["lang"], ["options", "lang"], ["en", "zh"]);
  if (options["uncertainty"] === undefined) return;
  const at = (key: string) => ["options", "uncertainty", key];
  const { method, draws, seed } = expectRecord(
    options["uncertainty"],
    ["options", "uncertainty"],
    [],
    ["method", "draws", "seed"],
  );
  if (method !== undefined) expectOneOf(method, at("method"), ["linearised", "monte-carlo", "auto"]);
  if (draws !== undefined) expectNumber(draws, at("draws"), { least: 100, most: 1_000_000, integer: true });
  if (seed !== undefined) expectNumber(seed, at("seed"), { least: 0, most: 4294967295, integer: true });
}

function expectChanges(plan: EvaluationPlan, value: unknown): void {
  if (value === undefined) return;
  expectList(value, ["changes"], (item, path) => {
    const change = expectRecord(item, path, ["from", "to"]);
    const from = unitNamed(plan, change["from"], [...path, "from"]);
    const to = unitNamed(plan, change["to"], [...path, "to"]);
    if (from === to) throw new CxMetricsError(sameUnitTwice, { path, values: { unit: from.id } });
  });
}
