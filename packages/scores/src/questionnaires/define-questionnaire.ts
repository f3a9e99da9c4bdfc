import {
  CxMetricsError,
  expectDefinitionDocument,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  type LocalizedText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { freezeDocument } from "../freeze-document.js";
import { checkExamples } from "./check-examples.js";
import { checkKey } from "./check-key.js";
import { expectMissingPolicy } from "./expect-missing-policy.js";
import { badKey } from "./problems.js";
import type { Questionnaire } from "./questionnaire.js";
import { readItems, readSubscales } from "./read-key.js";

const required = ["itemCount", "reversedCount", "items", "subscales", "missing", "interval", "licence"];

/**
 * Reads a questionnaire from plain data and checks that its key holds together.
 *
 * Keys are copied by hand, and a mis-numbered item changes every score without an error. So an item that is named twice, missing, unknown
 * or in no subscale, a count that does not agree with `itemCount`, `reversedCount` or `size`, and an example that gives another score are
 * all refused.
 *
 * @param questionnaire a questionnaire document, as an object
 * @returns a frozen copy
 * @throws `CxMetricsError` `questionnaire.bad-key` with what is wrong; `scale.not-allowed`; `document.*` for a malformed document
 * @example
 * ```ts
 * const threeItems = defineQuestionnaire({
 *   ...questionnaires["acsi-type.equal"],
 *   id: "my.index",
 *   title: { en: "My index", zh: "我的指数" },
 *   examples: [],
 * });
 * const { subscales } = scoreQuestionnaire(threeItems, [[8, 7, 9], [10, 6, 8]]);
 * subscales["index"]?.status === "ok" && subscales["index"].value; // => 77.77777777777777
 * ```
 */
export function defineQuestionnaire(questionnaire: unknown): Questionnaire {
  const document = expectDefinitionDocument(questionnaire, required, ["about", "examples"]);
  const count = { least: 0, most: 1000, integer: true };
  expectNumber(document["itemCount"], ["itemCount"], { ...count, least: 1 });
  expectNumber(document["reversedCount"], ["reversedCount"], count);
  readItems(document["items"]);
  readSubscales(document["subscales"]);
  expectMissingPolicy(document["missing"], ["missing"]);
  const interval = expectRecord(document["interval"], ["interval"], ["method", "level"]);
  expectOneOf(interval["method"], ["interval", "method"], ["t"]);
  // Closer to 0 or 1 the quantile leaves the range of a double.
  expectNumber(interval["level"], ["interval", "level"], { least: 0.01, most: 0.999999 });
  expectLocalizedText(document["licence"], ["licence"]);
  if (document["about"] !== undefined) expectLocalizedText(document["about"], ["about"]);
  const copy = structuredClone(document) as unknown as Questionnaire;
  const refuse = (path: ProblemPath, reason: LocalizedText) =>
    new CxMetricsError(badKey, { path, values: { reason } });
  checkKey(copy, refuse);
  checkExamples(copy, refuse);
  return freezeDocument(copy);
}
