import type { LocalizedText } from "@cxmetrics/definition";
import type { AggregateMethod } from "./aggregates/aggregate-method.js";
import { aggregateMethods } from "./aggregates/registry.js";
import { frozenCopy } from "./frozen-copy.js";
import type { ImputationMethod } from "./imputations/imputation-method.js";
import { type Imputation, imputationMethods } from "./imputations/registry.js";
import type { Aggregate } from "./index-definition.js";
import type { MethodKind } from "./method-kind.js";
import type { NormaliserMethod } from "./normalisers/normaliser-method.js";
import { type Normaliser, normaliserMethods } from "./normalisers/registry.js";
import type { ParameterSpecs } from "./parameters/parameter-spec.js";
import { type Treatment, treatmentMethods } from "./treatments/registry.js";
import type { TreatmentMethod } from "./treatments/treatment-method.js";

/** What a catalogue page tells of a method. */
export interface MethodEntry<Example> {
  /** `row`: the unit's own values alone; `fit`: after parameters from a reference population; `cohort`: all units of the table. */
  readonly kind: MethodKind;
  readonly title: LocalizedText;
  /** What the method says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /** A worked example. */
  readonly example: Example;
  /** Parameters besides `method`. */
  readonly parameters: ParameterSpecs;
}

function entries<Name extends string, Example>(
  methods: Readonly<Record<Name, MethodEntry<Example>>>,
): Readonly<Record<Name, MethodEntry<Example>>> {
  const told = Object.entries<MethodEntry<Example>>(methods).map(
    ([name, { kind, title, formula, source, edgeCases, example, parameters }]) =>
      [name, { kind, title, formula, source, edgeCases, example, parameters }] as const,
  );
  return frozenCopy(Object.fromEntries(told)) as Readonly<Record<Name, MethodEntry<Example>>>;
}

/**
 * Every normaliser of this format by name, with kind, title, formula, source, edge cases, parameters and a worked example on
 * the scale 0…100.
 *
 * @example
 * ```ts
 * Object.keys(normalisers).slice(0, 3); // => ["identity", "goalposts", "log-goalposts"]
 * normalisers["log-goalposts"].example.value; // => 50
 * ```
 */
export const normalisers: Readonly<
  Record<Normaliser["method"], MethodEntry<NormaliserMethod<Normaliser>["example"]>>
> = entries<Normaliser["method"], NormaliserMethod<Normaliser>["example"]>(normaliserMethods);

/**
 * Every treatment of outliers of this format by name, with kind, title, formula, source, edge cases, parameters and a worked
 * example.
 *
 * @example
 * ```ts
 * treatments["percentile-fence"].kind; // => "fit"
 * treatments["percentile-fence"].example.value; // => 7
 * ```
 */
export const treatments: Readonly<
  Record<Treatment["method"], MethodEntry<TreatmentMethod<Treatment>["example"]>>
> = entries<Treatment["method"], TreatmentMethod<Treatment>["example"]>(treatmentMethods);

/**
 * Every way to fill missing values of this format by name, with kind, title, formula, source, edge cases, parameters and a
 * worked example.
 *
 * @example
 * ```ts
 * imputations.mean.example.value; // => [55, 62.5, 70]
 * ```
 */
export const imputations: Readonly<
  Record<Imputation["method"], MethodEntry<ImputationMethod<Imputation>["example"]>>
> = entries<Imputation["method"], ImputationMethod<Imputation>["example"]>(imputationMethods);

/**
 * Every aggregate of this format by name, with kind, title, formula, source, edge cases, parameters and a worked example.
 *
 * @example
 * ```ts
 * Object.keys(aggregates).slice(0, 2); // => ["arithmetic-mean", "geometric-mean"]
 * aggregates["arithmetic-mean"].example.value; // => 68
 * ```
 */
export const aggregates: Readonly<Record<Aggregate["method"], MethodEntry<AggregateMethod["example"]>>> =
  entries<Aggregate["method"], AggregateMethod["example"]>(aggregateMethods);
