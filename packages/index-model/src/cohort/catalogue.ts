import { frozenCopy } from "../frozen-copy.js";
import type { CohortMethod, CohortParameters } from "./cohort-method.js";
import { cohortMethodNames, cohortRegistry } from "./registry.js";

/** What a catalogue page tells of a cohort method. */
export type CohortMethodEntry = Pick<
  CohortMethod,
  "kind" | "reads" | "weighted" | "title" | "formula" | "steps" | "source" | "edgeCases" | "example"
>;

/**
 * Every cohort method by name, with title, formula, steps, source, edge cases and a worked example.
 *
 * @example
 * ```ts
 * cohortMethods.topsis.kind; // => "fit"
 * cohortMethods.borda.example.values; // => [6, 1.5, 4.5]
 * ```
 */
export const cohortMethods: Readonly<Record<CohortParameters["method"], CohortMethodEntry>> = Object.freeze(
  Object.fromEntries(
    cohortMethodNames.map((name) => {
      const { kind, reads, weighted, title, formula, steps, source, edgeCases, example } =
        cohortRegistry[name];
      return [name, frozenCopy({ kind, reads, weighted, title, formula, steps, source, edgeCases, example })];
    }),
  ) as Record<CohortParameters["method"], CohortMethodEntry>,
);
