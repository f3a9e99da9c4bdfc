import type { ProblemPath } from "@cxmetrics/definition";
import { readParameters } from "../parameters/read-parameters.js";
import { readChoice } from "../read/choice.js";
import { boxCox } from "./box-cox.js";
import { log } from "./log.js";
import { madFence } from "./mad-fence.js";
import { percentileFence } from "./percentile-fence.js";
import type { TreatmentMethod } from "./treatment-method.js";
import { winsorise } from "./winsorise.js";

/** Every treatment of this format by name. A new one is a file and a line here. */
export const treatmentMethods = {
  "percentile-fence": percentileFence,
  "mad-fence": madFence,
  winsorise,
  "box-cox": boxCox,
  log,
} as const;

type ParametersOf<M> = M extends TreatmentMethod<infer T> ? T : never;

/** Treatments of this format. */
export type Treatment = ParametersOf<(typeof treatmentMethods)[keyof typeof treatmentMethods]>;

/** Expects a treatment as it stands in a document. */
export function readTreatment(value: unknown, path: ProblemPath): void {
  const names = Object.keys(treatmentMethods) as Treatment["method"][];
  const method = treatmentOf({ method: readChoice(value, path, "method", names) } as Treatment);
  const parameters = readParameters(method.parameters, value, path);
  method.check?.(parameters as unknown as Treatment, path);
}

/** The registered method of a treatment that has been checked. */
export function treatmentOf<T extends Treatment>(parameters: T): TreatmentMethod<T> {
  // The key and the parameters carry the same name, which the type system cannot follow through an index.
  return treatmentMethods[parameters.method] as unknown as TreatmentMethod<T>;
}
