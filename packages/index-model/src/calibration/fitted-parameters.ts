import type { Expression } from "@cxmetrics/formula";
import type { FittedValues } from "./calibration.js";

/** Stage of a node that is fitted. */
export type FitStage = "impute" | "treat" | "normalise";

/** Fitted parameters as a formula reads them. */
export interface FittedParameters {
  /** The number once it is fitted; before, the name `<id>.<stage>.<name>` for it, so that the formula can be printed. */
  number(name: string): Expression;
  /** The list once it is fitted. */
  list(name: string): readonly number[] | undefined;
}

/** Reads the fitted parameters of one stage of a node. */
export function fittedParameters(
  id: string,
  stage: FitStage,
  values: FittedValues | undefined,
): FittedParameters {
  const at = (name: string) => (values && Object.hasOwn(values, name) ? values[name] : undefined);
  return {
    number: (name) => {
      const value = at(name);
      return typeof value === "number" ? value : `${id}.${stage}.${name}`;
    },
    list: (name) => {
      const value = at(name);
      return typeof value === "object" ? value : undefined;
    },
  };
}
