import type { LocalizedText } from "@cxmetrics/definition";
import type { AuditThresholds } from "../audit-thresholds.js";
import { applicability } from "./applicability.js";
import { clamps } from "./clamps.js";
import { consistency } from "./consistency.js";
import { constancy } from "./constancy.js";
import { coverage } from "./coverage.js";
import type { Criterion } from "./criterion.js";
import { direction } from "./direction.js";
import { doubleCounting } from "./double-counting.js";
import { evaluators } from "./evaluators.js";
import { factorability } from "./factorability.js";
import { importance } from "./importance.js";
import { leaveOneOut } from "./leave-one-out.js";
import { outliers } from "./outliers.js";
import { provenance } from "./provenance.js";
import { redundancy } from "./redundancy.js";
import { robustness } from "./robustness.js";
import { rounding } from "./rounding.js";
import { size } from "./size.js";
import { structure } from "./structure.js";
import { weightEvidence } from "./weight-evidence.js";

/** Every criterion, in the order in which an audit tells them. A new one is a file and a line here. */
export const criteria = [
  size,
  coverage,
  applicability,
  constancy,
  outliers,
  clamps,
  direction,
  redundancy,
  consistency,
  factorability,
  structure,
  importance,
  leaveOneOut,
  robustness,
  rounding,
  doubleCounting,
  weightEvidence,
  evaluators,
  provenance,
] as const;

type Entry = (typeof criteria)[number];

/** Name of a criterion. */
export type AuditCriterion = Entry["id"];

/** What each criterion computes. */
export type AuditValues = {
  readonly [E in Entry as E["id"]]: E extends Criterion<string, infer V> ? V : never;
};

/**
 * The criteria of `auditIndex`, in the order in which an audit tells them: id, title, and the thresholds that it applies.
 *
 * @example
 * ```ts
 * auditCriteria.map(({ id }) => id).slice(0, 3); // => ["size", "coverage", "applicability"]
 * auditCriteria.find(({ id }) => id === "redundancy").thresholds; // => ["redundantCorrelation", "varianceInflation", "units"]
 * ```
 */
export const auditCriteria: readonly {
  readonly id: AuditCriterion;
  readonly title: LocalizedText;
  readonly thresholds: readonly (keyof AuditThresholds)[];
}[] = criteria.map(({ id, title, thresholds }) => ({ id, title, thresholds }));
