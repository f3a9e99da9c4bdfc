import type { ProblemPath } from "@cxmetrics/definition";
import { readParameters } from "../parameters/read-parameters.js";
import { readChoice } from "../read/choice.js";
import { constant } from "./constant.js";
import { extreme } from "./extreme.js";
import { group } from "./group.js";
import type { ImputationMethod } from "./imputation-method.js";
import { mean } from "./mean.js";
import { median } from "./median.js";
import { panel } from "./panel.js";
import { regression } from "./regression.js";
import { rowMean } from "./row-mean.js";

/** Every imputation of this format by name. A new one is a file and a line here. */
export const imputationMethods = {
  constant,
  mean,
  median,
  group,
  "row-mean": rowMean,
  panel,
  regression,
  extreme,
} as const;

type ParametersOf<M> = M extends ImputationMethod<infer I> ? I : never;

/** Imputations of this format. */
export type Imputation = ParametersOf<(typeof imputationMethods)[keyof typeof imputationMethods]>;

/** Expects an imputation as it stands in a document. */
export function readImputation(value: unknown, path: ProblemPath): void {
  const names = Object.keys(imputationMethods) as Imputation["method"][];
  const method = imputationOf({ method: readChoice(value, path, "method", names) } as Imputation);
  const parameters = readParameters(method.parameters, value, path);
  method.check?.(parameters as unknown as Imputation, path);
}

/** The registered method of an imputation that has been checked. */
export function imputationOf<I extends Imputation>(parameters: I): ImputationMethod<I> {
  // The key and the parameters carry the same name, which the type system cannot follow through an index.
  return imputationMethods[parameters.method] as unknown as ImputationMethod<I>;
}
