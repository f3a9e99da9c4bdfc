import type { LocalizedText } from "@cxmetrics/definition";
import type { AggregateMethod } from "./aggregates/aggregate-method.js";
import { aggregateMethods } from "./aggregates/registry.js";
import { frozenCopy } from "./frozen-copy.js";
import type { Aggregate, Normaliser } from "./index-definition.js";
import type { NormaliserMethod } from "./normalisers/normaliser-method.js";
import { normaliserMethods } from "./normalisers/registry.js";

/** What a catalogue page tells of a method. */
export interface MethodEntry<Example> {
  /** `row`: the value of a unit depends on that unit alone, so the method lowers to a formula. */
  readonly kind: "row";
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** A worked example. */
  readonly example: Example;
}

function entry<Example>(method: MethodEntry<Example>): MethodEntry<Example> {
  const { kind, title, formula, source, edgeCases, example } = method;
  return frozenCopy({ kind, title, formula, source, edgeCases, example }) as MethodEntry<Example>;
}

/**
 * Every normaliser of this format by name, with title, formula, source, edge cases and a worked example on the scale
 * 0…100.
 *
 * @example
 * ```ts
 * Object.keys(normalisers); // => ["identity", "goalposts", "log-goalposts"]
 * normalisers["log-goalposts"].example.value; // => 50
 * ```
 */
export const normalisers: Readonly<Record<Normaliser["method"], MethodEntry<NormaliserMethod["example"]>>> = {
  identity: entry(normaliserMethods.identity),
  goalposts: entry(normaliserMethods.goalposts),
  "log-goalposts": entry(normaliserMethods["log-goalposts"]),
};

/**
 * Every aggregate of this format by name, with title, formula, source, edge cases and a worked example.
 *
 * @example
 * ```ts
 * Object.keys(aggregates); // => ["arithmetic-mean", "geometric-mean"]
 * aggregates["arithmetic-mean"].example.value; // => 68
 * ```
 */
export const aggregates: Readonly<Record<Aggregate["method"], MethodEntry<AggregateMethod["example"]>>> = {
  "arithmetic-mean": entry(aggregateMethods["arithmetic-mean"]),
  "geometric-mean": entry(aggregateMethods["geometric-mean"]),
};
