import type { ImputationMethod } from "./imputation-method.js";

/** A stated number for every missing value. */
export interface ConstantImputation {
  readonly method: "constant";
  readonly value: number;
}

/** Puts a stated number in place of a missing value: a decision of the author, told as such. */
export const constant: ImputationMethod<ConstantImputation> = {
  method: "constant",
  kind: "row",
  title: { en: "A stated constant", zh: "指定常数" },
  formula: String.raw`x = c \text{ where } x \text{ is missing}`,
  source: "by definition",
  edgeCases: {
    en: "Only what is missing is filled; not applicable stays not applicable. A constant of 0 is a decision, never a default.",
    zh: "只填补缺失值；不适用仍为不适用。填 0 也须明示，从不作为默认。",
  },
  example: { parameters: { method: "constant", value: 40 }, raw: [55, null, 70], value: [55, 40, 70] },
  parameters: { value: { type: "number" } },
  fill: ({ value }) => value,
};
