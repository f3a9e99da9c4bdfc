import type { DefinitionReference, LocalizedText } from "@cxmetrics/definition";
import type { AuditThresholds } from "./audit-thresholds.js";
import type { AuditCriterion, AuditValues } from "./criteria/registry.js";

/** What a criterion says: within its thresholds, worth a look, beyond them, or not to be told from these data. */
export type AuditVerdict = "pass" | "warn" | "fail" | "not-computable";

/** A unit of the table: its row, and its period where the table has periods. */
export interface AuditUnit {
  readonly unit: string;
  readonly row: number;
  readonly period?: string;
}

/** One thing that does not pass, or that could not be looked at. */
export interface AuditFinding {
  readonly verdict: Exclude<AuditVerdict, "pass">;
  /** Stable code, for example `audit.indicator-coverage`. */
  readonly code: string;
  readonly message: LocalizedText;
  /** What may mend it. */
  readonly remedy: LocalizedText;
  /** Ids of the indicators and nodes concerned. */
  readonly nodes: readonly string[];
  readonly units: readonly AuditUnit[];
  /** The numbers behind the sentence. */
  readonly values: Readonly<Record<string, number | string>>;
}

/** What one criterion found. */
export interface AuditSection<V = unknown> {
  readonly title: LocalizedText;
  readonly verdict: AuditVerdict;
  /** The section in a sentence. */
  readonly message: LocalizedText;
  /** The thresholds that were applied, by name. */
  readonly thresholds: Readonly<Partial<AuditThresholds>>;
  readonly findings: readonly AuditFinding[];
  /** Everything that was computed, whether it passed or not; `null` where nothing could be. */
  readonly values: V | null;
}

/** The sections of an audit by criterion. */
export type AuditSections = { readonly [C in AuditCriterion]?: AuditSection<AuditValues[C]> };

/** An audit of an index on a table. Plain data; the same definition, data and options give the same audit. */
export interface IndexAudit {
  readonly definition: DefinitionReference;
  readonly title: LocalizedText;
  readonly engine: string;
  /** Digest of what the definition reads of the table. */
  readonly dataDigest: string;
  readonly units: number;
  readonly indicators: number;
  readonly seed: number;
  readonly generator: string;
  readonly draws: number;
  /** `fail` where a section fails, else `warn` where one warns, else `pass`; `not-computable` where no section could be computed. */
  readonly verdict: AuditVerdict;
  readonly counts: Readonly<Record<AuditVerdict, number>>;
  /** Every threshold with the value that was used. */
  readonly thresholds: AuditThresholds;
  readonly sections: AuditSections;
}
