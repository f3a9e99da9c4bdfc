import {
  CxMetricsError,
  canonicalJson,
  expectDefinitionDocument,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { FunnelDefinition, FunnelStep } from "./funnel-definition.js";
import { duplicateStep, noSteps, notSupported, strictIsAmbiguous } from "./problems.js";

/** Per rule: the value that is supported, and those that are understood but not yet supported. */
const rules = {
  order: { supported: "ordered", later: ["any", "adjacent"] },
  ties: { supported: "sequence", later: ["simultaneous", "strictly-later"] },
  entry: { supported: "best", later: ["first", "every"] },
  reuse: { supported: "once", later: ["repeat"] },
} as const;

/**
 * Checks a funnel definition and returns a deep-frozen copy of it. Every rule on which published figures differ must be
 * written out: `order`, `windowMs`, `ties`, `entry` and `reuse` have no default, so the digest covers them all.
 *
 * Steps have names of their own; two steps may name the same event, and one step may name several events.
 *
 * @param definition the document as plain data
 * @throws `CxMetricsError` `funnel.no-steps`, `funnel.duplicate-step`, `funnel.not-supported` (a rule that is known but not
 * yet offered, and the bare word "strict"), and the `document.*` codes of `@cxmetrics/definition`
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
  const record = expectDefinitionDocument(definition, [
    "steps",
    "order",
    "windowMs",
    "ties",
    "entry",
    "reuse",
  ]);
  const order = expectRule(record, "order");
  const ties = expectRule(record, "ties");
  const entry = expectRule(record, "entry");
  const reuse = expectRule(record, "reuse");
  const windowMs =
    record["windowMs"] === null
      ? null
      : expectNumber(record["windowMs"], ["windowMs"], {
          least: 1,
          most: Number.MAX_SAFE_INTEGER,
          integer: true,
        });
  const steps = expectSteps(record["steps"]);

  const { formatVersion, id, version, title, provenance } = record;
  // Written and read again, it is a copy that shares nothing with the caller's data and holds plain data only.
  const own = { formatVersion, id, version, title, provenance, steps, order, windowMs, ties, entry, reuse };
  return deepFreeze({ ...own, ...JSON.parse(canonicalJson(own)) });
}

function expectRule<Field extends keyof typeof rules>(
  record: Readonly<Record<string, unknown>>,
  field: Field,
): (typeof rules)[Field]["supported"] {
  const found = record[field];
  const { supported, later } = rules[field];
  if (found === "strict") throw new CxMetricsError(strictIsAmbiguous, { path: [field] });
  if (typeof found === "string" && (later as readonly string[]).includes(found))
    throw new CxMetricsError(notSupported, { path: [field], values: { field, found, supported, hint: "" } });
  return expectOneOf(found, [field], [supported]);
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
  const record = expectRecord(value, path, ["name", "event"], ["title"]);
  const name = expectText(record["name"], [...path, "name"]);
  const eventPath = [...path, "event"];
  const event = Array.isArray(record["event"])
    ? expectList(record["event"], eventPath, (item, at) => expectText(item, at), 1)
    : expectText(record["event"], eventPath);
  if (record["title"] === undefined) return { name, event };
  return { name, title: expectLocalizedText(record["title"], [...path, "title"]), event };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}
