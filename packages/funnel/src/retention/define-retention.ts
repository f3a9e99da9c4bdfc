import {
  CxMetricsError,
  canonicalJson,
  expectDefinitionDocument,
  expectList,
  expectNumber,
  expectOneOf,
  type ProblemPath,
} from "@cxmetrics/definition";
import { expectEventNames } from "../actor-histories/event-set.js";
import { zoneClock } from "../calendar/zone-clock.js";
import { emptyBracket, rollingDaysOnly } from "./problems.js";
import type { RetentionDefinition } from "./retention-definition.js";

const lengths = ["day", "week", "month"] as const;
const keys = ["start", "return", "mode", "clock", "period", "timeZone", "periods", "cohort"];

/**
 * Checks a retention definition and returns a copy of it. Nothing has a default, so the digest covers every rule.
 *
 * @param definition the document as plain data
 * @throws `CxMetricsError` `retention.rolling-days-only`, `retention.empty-bracket`, `calendar.unknown-time-zone`, and the
 * `document.*` codes of `@cxmetrics/definition`
 * @example
 * ```ts
 * const definition = defineRetention({
 *   formatVersion: 1,
 *   id: "app.return",
 *   version: "1.0.0",
 *   title: { en: "Return to the app", zh: "回访" },
 *   provenance: { status: "illustrative", source: "example" },
 *   start: "sign-up",
 *   return: null,
 *   mode: "on",
 *   clock: "calendar",
 *   period: "day",
 *   timeZone: "Asia/Shanghai",
 *   periods: [1, 7, 30],
 *   cohort: "week",
 * });
 * definition.periods; // => [1, 7, 30]
 * ```
 */
export function defineRetention(definition: unknown): RetentionDefinition {
  const record = expectDefinitionDocument(definition, keys);
  const mode = expectOneOf(record["mode"], ["mode"], ["on", "on-or-after", "bracket"] as const);
  const clock = expectOneOf(record["clock"], ["clock"], ["rolling", "calendar"] as const);
  const period = expectOneOf(record["period"], ["period"], lengths);
  if (clock === "rolling" && period !== "day")
    throw new CxMetricsError(rollingDaysOnly, { path: ["period"], values: { found: period } });
  zoneClock(record["timeZone"]);
  expectEventNames(record["start"], ["start"]);
  expectEventNames(record["return"], ["return"]);
  expectOneOf(record["cohort"], ["cohort"], lengths);
  expectList<unknown>(record["periods"], ["periods"], mode === "bracket" ? expectBracket : expectPeriod, 1);
  return JSON.parse(canonicalJson(record));
}

const expectPeriod = (value: unknown, path: ProblemPath): number =>
  expectNumber(value, path, { least: 0, most: 36_500, integer: true });

function expectBracket(value: unknown, path: ProblemPath): readonly [number, number] {
  const [from, to] = expectList(value, path, expectPeriod, 2) as [number, number];
  if (to > from) return [from, to];
  throw new CxMetricsError(emptyBracket, { path, values: { from, to } });
}
