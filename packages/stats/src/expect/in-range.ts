import { CxMetricsError, type LocalizedText, type ProblemPath } from "@cxmetrics/definition";
import { parameterOutOfRange } from "../problems.js";
import { finiteNumber } from "./finite-number.js";

/** A range of parameters: the test and its wording. */
export interface ParameterRange extends LocalizedText {
  readonly holds: (value: number) => boolean;
}

/** Shapes and degrees of freedom. Outside these bounds the kernel would be slow or lose its stated accuracy. */
export const shapeRange: ParameterRange = {
  holds: (value) => value >= 1e-6 && value <= 1e12,
  en: "between 0.000001 and 1000000000000",
  zh: "介于 0.000001 与 1000000000000 之间",
};

export const positive: ParameterRange = {
  holds: (value) => value > 0,
  en: "greater than 0",
  zh: "大于 0",
};

export const notNegative: ParameterRange = {
  holds: (value) => value >= 0,
  en: "at least 0",
  zh: "大于或等于 0",
};

/** Sizes of samples, real or effective. */
export const sampleSize: ParameterRange = {
  holds: (value) => value >= 0 && value <= 1e12,
  en: "between 0 and 1000000000000",
  zh: "介于 0 与 1000000000000 之间",
};

export const wholeSampleSize: ParameterRange = {
  holds: (value) => Number.isInteger(value) && sampleSize.holds(value),
  en: "a whole number between 0 and 1000000000000",
  zh: "是 0 与 1000000000000 之间的整数",
};

export const share: ParameterRange = {
  holds: (value) => value >= 0 && value <= 1,
  en: "between 0 and 1",
  zh: "介于 0 与 1 之间",
};

/** The value itself when it is a finite number in the range; otherwise throws `parameter.out-of-range`. */
export function inRange(
  value: unknown,
  name: string,
  range: ParameterRange,
  path: ProblemPath = [name],
): number {
  const number = finiteNumber(value, name, path);
  if (range.holds(number)) return number;
  const values = { name, range: { en: range.en, zh: range.zh }, found: number };
  throw new CxMetricsError(parameterOutOfRange, { path, values });
}
