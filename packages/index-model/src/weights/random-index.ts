import { CxMetricsError, expectNumber, expectOneOf, expectRecord, expectText } from "@cxmetrics/definition";
import { noRandomIndex } from "./problems.js";

/** Named source of the mean consistency index of random judgements. */
export type RandomIndexName = "saaty-1980" | "saaty-2005" | "donegan-dodd-1991" | "alonso-lamata-2006";

/** A random index by name, a value of one's own with its name, or `none` for no consistency ratio. */
export type RandomIndexChoice = RandomIndexName | { readonly name: string; readonly value: number } | "none";

/** The random index that was used. */
export interface RandomIndex {
  readonly name: string;
  /** 0 for one or two indicators, which cannot contradict each other. */
  readonly value: number;
}

/** From three indicators on. Saaty (1980) gives 12 indicators less than 11. */
const tables: Readonly<Record<Exclude<RandomIndexName, "alonso-lamata-2006">, readonly number[]>> = {
  "saaty-1980": [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  "saaty-2005": [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  "donegan-dodd-1991": [
    0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969,
    1.5078, 1.5153, 1.5262, 1.5313, 1.5371,
  ],
};

/**
 * Names of the random indices: Saaty, The Analytic Hierarchy Process (1980) and Theory and Applications of the Analytic Network Process (2005), 3 to
 * 15 indicators; Donegan and Dodd, Mathematical and Computer Modelling 15 (1991) 135–137, 3 to 20; the line λ = 2.7699 n − 4.3513 of Alonso and
 * Lamata, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 14 (2006) 445–459, any number. They differ by up to 15 %, and so
 * does the consistency ratio.
 *
 * @example
 * ```ts
 * randomIndexNames; // => ["saaty-1980", "saaty-2005", "donegan-dodd-1991", "alonso-lamata-2006"]
 * ```
 */
export const randomIndexNames: readonly RandomIndexName[] = [
  "saaty-1980",
  "saaty-2005",
  "donegan-dodd-1991",
  "alonso-lamata-2006",
];

/** Reads the choice of a random index; `undefined` is the default. */
export function readRandomIndex(choice: unknown): RandomIndexChoice {
  const path = ["options", "randomIndex"];
  if (choice === undefined) return "saaty-1980";
  if (typeof choice !== "object" || choice === null)
    return expectOneOf(choice, path, [...randomIndexNames, "none" as const]);
  const record = expectRecord(choice, path, ["name", "value"]);
  const name = expectText(record["name"], [...path, "name"]);
  return { name, value: expectNumber(record["value"], [...path, "value"], { least: 0.01, most: 10 }) };
}

/** The random index for a number of indicators; `null` for `none`. */
export function randomIndexOf(choice: RandomIndexChoice, size: number): RandomIndex | null {
  if (choice === "none") return null;
  const name = typeof choice === "string" ? choice : choice.name;
  if (size <= 2) return { name, value: 0 };
  if (typeof choice !== "string") return { name, value: choice.value };
  if (choice === "alonso-lamata-2006") return { name, value: (2.7699 * size - 4.3513 - size) / (size - 1) };
  const value = tables[choice][size - 3];
  if (value === undefined)
    throw new CxMetricsError(noRandomIndex, {
      path: ["options", "randomIndex"],
      values: { table: choice, last: tables[choice].length + 2, size },
    });
  return { name, value };
}
