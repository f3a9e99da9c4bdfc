import { CxMetricsError, type DefinitionReference, referenceTo } from "@cxmetrics/definition";
import { defineFunnel } from "../define-funnel.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import { firstEntryRule } from "./problems.js";

/** A funnel of plain ordered steps: what can be followed from an actor's first entry. */
export interface LinearSteps {
  readonly definition: DefinitionReference;
  readonly names: readonly string[];
  readonly events: readonly (readonly string[])[];
  readonly windowMs: number;
}

const members = ["formatVersion", "id", "version", "title", "provenance", "steps", "windowMs", "entry"];
const stepMembers = ["name", "title", "event"];

/** The rules whose other values would need another walk. */
const fixed: Readonly<Record<string, string>> = {
  order: "ordered",
  ties: "sequence",
  reuse: "once",
  actor: "user",
  count: "actors",
};

/** Reads a funnel definition; refuses by name what the walk from the first entry cannot honour. */
export function linearSteps(definition: FunnelDefinition): LinearSteps {
  const funnel = defineFunnel(definition);
  const refuse = (path: readonly (string | number)[], field: string): never => {
    throw new CxMetricsError(firstEntryRule, { path, values: { field } });
  };
  for (const [key, value] of Object.entries(funnel)) {
    if (members.includes(key) || value === null || value === undefined) continue;
    if (Object.hasOwn(fixed, key) ? fixed[key] === value : Array.isArray(value) && value.length === 0)
      continue;
    refuse([key], typeof value === "string" ? `${key}: ${value}` : key);
  }
  if (String(funnel.entry) === "every") refuse(["entry"], "entry: every");
  for (const [index, step] of funnel.steps.entries())
    for (const [key, value] of Object.entries(step))
      if (!stepMembers.includes(key) && value !== undefined) refuse(["steps", index, key], key);
  return {
    definition: referenceTo(funnel),
    names: funnel.steps.map(({ name }) => name),
    events: funnel.steps.map(({ event }) => (typeof event === "string" ? [event] : event)),
    windowMs: funnel.windowMs ?? Number.POSITIVE_INFINITY,
  };
}
