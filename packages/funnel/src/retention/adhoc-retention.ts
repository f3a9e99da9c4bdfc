import { expectRecord, type LocalizedText } from "@cxmetrics/definition";
import type { CalendarPeriod } from "../calendar/calendar-period.js";
import { defineRetention } from "./define-retention.js";
import type { RetentionDefinition } from "./retention-definition.js";

/** What `adhocRetention` is told; each rule as in `RetentionDefinition`. */
export interface AdhocRetentionOptions {
  /** Any event where it is left out. */
  readonly start?: string | readonly string[] | null;
  /** Any event where it is left out. */
  readonly return?: string | readonly string[] | null;
  /** `on` where it is left out. */
  readonly mode?: "on" | "on-or-after" | "bracket";
  /** `calendar` where it is left out. */
  readonly clock?: "rolling" | "calendar";
  /** `day` where it is left out. */
  readonly period?: CalendarPeriod;
  /** `UTC` where it is left out. */
  readonly timeZone?: string;
  readonly periods: readonly number[] | readonly (readonly [number, number])[];
  /** `period` where it is left out. */
  readonly cohort?: CalendarPeriod;
  /** `adhoc.retention` where it is left out. */
  readonly id?: string;
  readonly title?: LocalizedText;
}

/**
 * Writes a full retention definition for a question asked once: version 1.0.0, provenance `illustrative`.
 *
 * @throws `CxMetricsError` the codes of `defineRetention`
 * @example
 * ```ts
 * adhocRetention({ periods: [1, 7] }).clock; // => "calendar"
 * adhocRetention({ mode: "bracket", periods: [[1, 8]] }).periods; // => [[1, 8]]
 * ```
 */
export function adhocRetention(options: AdhocRetentionOptions): RetentionDefinition {
  const optional = ["start", "return", "mode", "clock", "period", "timeZone", "cohort", "id", "title"];
  const record = expectRecord(options, ["options"], ["periods"], optional);
  return defineRetention({
    formatVersion: 1,
    id: record["id"] ?? "adhoc.retention",
    version: "1.0.0",
    title: record["title"] ?? { en: "Retention", zh: "留存" },
    provenance: { status: "illustrative", source: "written for one question" },
    // `null` means any event, and stands written in the document.
    start: record["start"] ?? null,
    return: record["return"] ?? null,
    mode: record["mode"] ?? "on",
    clock: record["clock"] ?? "calendar",
    period: record["period"] ?? "day",
    timeZone: record["timeZone"] ?? "UTC",
    periods: record["periods"],
    cohort: record["cohort"] ?? record["period"] ?? "day",
  });
}
