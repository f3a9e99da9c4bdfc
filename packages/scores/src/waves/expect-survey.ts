import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { expectDesign } from "../design/expect-design.js";
import { isDesignTally } from "../design/is-design-tally.js";
import { expectTally } from "../expect-tally.js";
import { expectColumn, refuse } from "../rating-options.js";
import { badSurvey, wrongKind } from "./problems.js";
import type { RelationalSurvey, Survey, TransactionalSurvey } from "./survey.js";

/**
 * Expects a survey of either kind.
 *
 * @throws `CxMetricsError` `survey.malformed`, `ratings.not-a-list`, `ratings.length-mismatch`, `tally.malformed`, `design.malformed`
 */
export function expectSurvey(value: unknown, path: ProblemPath): Survey {
  if (typeof value !== "object" || value === null)
    throw refuse(badSurvey, path, "{ kind: relational | transactional, … }", value);
  const survey = value as Partial<
    Record<"kind" | keyof RelationalSurvey | keyof TransactionalSurvey, unknown>
  >;
  if (survey.kind === "relational") {
    const { tally } = survey;
    if (isDesignTally(tally)) expectDesign(tally, [...path, "tally"]);
    else expectTally(tally, [...path, "tally"]);
    return value as RelationalSurvey;
  }
  if (survey.kind !== "transactional")
    throw refuse(badSurvey, [...path, "kind"], "relational | transactional", survey.kind);
  if (typeof survey.touchpoint !== "string" || survey.touchpoint === "")
    throw refuse(badSurvey, [...path, "touchpoint"], { en: "a name", zh: "名称" }, survey.touchpoint);
  const rows = expectColumn(survey.ratings, [...path, "ratings"]);
  expectColumn(survey.customers, [...path, "customers"], rows);
  if (survey.timesMs !== undefined) expectColumn(survey.timesMs, [...path, "timesMs"], rows);
  if (survey.weights !== undefined) expectColumn(survey.weights, [...path, "weights"], rows);
  return value as TransactionalSurvey;
}

/**
 * Expects a survey of one kind.
 *
 * @throws `CxMetricsError` `survey.wrong-kind`, and as `expectSurvey`
 */
export function expectSurveyOfKind<Kind extends Survey["kind"]>(
  value: unknown,
  kind: Kind,
): Extract<Survey, { readonly kind: Kind }> {
  const survey = expectSurvey(value, ["survey"]);
  if (survey.kind === kind) return survey as Extract<Survey, { readonly kind: Kind }>;
  throw new CxMetricsError(wrongKind, {
    path: ["survey", "kind"],
    values: { found: survey.kind, expected: kind },
  });
}

/** The customer of an answer, as a text. */
export function readCustomer(customer: unknown, row: number): string {
  if (typeof customer === "string" && customer !== "") return customer;
  if (typeof customer === "number" && Number.isFinite(customer)) return String(customer);
  const expected = { en: "a text or a finite number", zh: "文本或有限数字" };
  throw refuse(
    badSurvey,
    ["survey", "customers", row],
    expected,
    typeof customer === "string" ? describeValue(customer) : customer,
  );
}
