import { expectNumber, expectOneOf } from "@cxmetrics/definition";
import { expectOptions } from "./expect-options.js";
import { type RandomIndexChoice, readRandomIndex } from "./random-index.js";

/** How a judgement matrix becomes weights. */
export type AhpPrioritisation = "eigenvector" | "geometric-mean";

/** Options of `ahpWeights`. */
export interface AhpOptions {
  /** `eigenvector` (Saaty) by default. */
  readonly method?: AhpPrioritisation;
  /** Table of random indices for the consistency ratio; `saaty-1980` by default. */
  readonly randomIndex?: RandomIndexChoice;
  /** Consistency ratio from which on judgements count as inconsistent; 0.1 by default. */
  readonly threshold?: number;
}

/** Options of `ahpWeights` after reading. */
export interface ReadAhpOptions {
  readonly prioritisation: AhpPrioritisation;
  readonly randomIndex: RandomIndexChoice;
  readonly threshold: number;
}

/** Reads what all AHP functions take; `more` names what a caller adds. */
export function readAhpOptions(options: unknown, more: readonly string[] = []): ReadAhpOptions {
  const given = expectOptions(options, ["method", "randomIndex", "threshold", ...more]);
  const methods = ["eigenvector", "geometric-mean"] as const;
  return {
    prioritisation: expectOneOf(given["method"] ?? "eigenvector", ["options", "method"], methods),
    randomIndex: readRandomIndex(given["randomIndex"]),
    threshold: expectNumber(given["threshold"] ?? 0.1, ["options", "threshold"], { least: 0, most: 1 }),
  };
}
