import {
  CxMetricsError,
  canonicalJson,
  expectDefinitionDocument,
  expectList,
  expectLocalizedText,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { FunnelDefinition, FunnelStep } from "./funnel-definition.js";
import { duplicateStep, noSteps, strictIsAmbiguous } from "./problems.js";
import { expectPredicate } from "./rules/expect-predicate.js";
import { expectEvents, expectRules, expectSpan, optionalMembers } from "./rules/expect-rules.js";
import { refuseCombinations } from "./rules/refuse-combinations.js";

/** Per rule: the values it takes. */
const rules = {
  order: ["ordered", "any"],
  ties: ["sequence", "simultaneous", "strictly-later"],
  entry: ["best", "first", "every"],
  reuse: ["once", "repeat"],
} as const;

/**
 * Checks a funnel definition and returns a deep-frozen copy of it. Every rule on which published figures differ must be
 * written out: `order`, `windowMs`, `ties`, `entry` and `reuse` have no default, so the digest covers them all.
 *
 * Steps have names of their own; two steps may name the same event, and one step may name several events. `gapMs`,
 * `adjacency`, `exclusions`, `actor`, `dateRange`, `count`, `session` and `breakdown` may be left out and then play no part.
 * Rules that do not go together are refused with what to write instead.
 *
 * @param definition the document as plain data
 * @throws `CxMetricsError` `funnel.no-steps`, `funnel.duplicate-step`, `funnel.not-supported` (rules that do not go
 * together, and the bare word "strict"), `funnel.unknown-step`, `funnel.steps-out-of-order`, `funnel.bad-gaps`,
 * `funnel.bad-predicate`, `funnel.empty-range`, and the `document.*` codes of `@cxmetrics/definition`
 * @example
 * ```ts
 * const funnel = defineFunnel({
 *   formatVersion: 1,
 *   id: "loan.application",
 *   version: "1.0.0",
 *   title: { en: "Loan application", zh: "贷款申请" },
 *   provenance: { status: "illustrative", source: "example" },
 *   steps: [{ name: "apply", event: "apply" }, { name: "sign", event: ["sign", "e-sign"] }],
 *   order: "ordered",
 *   windowMs: 7 * 86_400_000,
 *   ties: "sequence",
 *   entry: "best",
 *   reuse: "once",
 * });
 * funnel.steps.map((step) => step.name); // => ["apply", "sign"]
 * ```
 */
export function defineFunnel(definition: unknown): FunnelDefinition {
  if (typeof definition === "object" && definition !== null && Object.hasOwn(definition, "strict"))
    throw new CxMetricsError(strictIsAmbiguous, { path: ["strict"] });
  const record = expectDefinitionDocument(
    definition,
    ["steps", "order", "windowMs", "ties", "entry", "reuse"],
    optionalMembers,
  );
  const order = expectRule(record, "order");
  const ties = expectRule(record, "ties");
  const entry = expectRule(record, "entry");
  const reuse = expectRule(record, "reuse");
  const windowMs = record["windowMs"] === null ? null : expectSpan(record["windowMs"], ["windowMs"]);
  if (record["adjacency"] === "strict") throw new CxMetricsError(strictIsAmbiguous, { path: ["adjacency"] });
  const steps = expectSteps(record["steps"]);
  const optional = expectRules(record, steps);

  const { formatVersion, id, version, title, provenance } = record;
  const own = {
    ...{ formatVersion, id, version, title, provenance, steps, order, windowMs, ties, entry, reuse },
    ...optional,
  };
  refuseCombinations(own);
  // Written and read again, it is a copy that shares nothing with the caller's data and holds plain data only.
  return deepFreeze({ ...own, ...JSON.parse(canonicalJson(own)) });
}

function expectRule<Field extends keyof typeof rules>(
  record: Readonly<Record<string, unknown>>,
  field: Field,
): (typeof rules)[Field][number] {
  const found = record[field];
  if (found === "strict") throw new CxMetricsError(strictIsAmbiguous, { path: [field] });
  return expectOneOf<string>(found, [field], rules[field]) as (typeof rules)[Field][number];
}

function expectSteps(value: unknown): readonly FunnelStep[] {
  if (Array.isArray(value) && value.length === 0) throw new CxMetricsError(noSteps, { path: ["steps"] });
  const steps = expectList(value, ["steps"], expectStep, 1);
  const names = new Set<string>();
  for (const [index, { name }] of steps.entries()) {
    if (names.has(name))
      throw new CxMetricsError(duplicateStep, { path: ["steps", index, "name"], values: { name } });
    names.add(name);
  }
  return steps;
}

function expectStep(value: unknown, path: ProblemPath): FunnelStep {
  const record = expectRecord(value, path, ["name", "event"], ["title", "where", "firstEver", "optional"]);
  const name = expectText(record["name"], [...path, "name"]);
  const event = expectEvents(record["event"], [...path, "event"]);
  const flag = (key: "firstEver" | "optional") =>
    record[key] === undefined ? {} : { [key]: expectTrue(record[key], [...path, key]) };
  return {
    name,
    ...(record["title"] === undefined
      ? {}
      : { title: expectLocalizedText(record["title"], [...path, "title"]) }),
    event,
    ...(record["where"] === undefined ? {} : { where: expectPredicate(record["where"], [...path, "where"]) }),
    ...flag("firstEver"),
    ...flag("optional"),
  };
}

/** A flag is there or left out, so that one meaning has one digest. */
function expectTrue(value: unknown, path: ProblemPath): true {
  if (value !== true) expectOneOf(value === "true" ? "'true'" : value, path, ["true"]);
  return true;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}
