import { expectText, parseDocument } from "@cxmetrics/definition";
import { defineEvaluationPlan } from "./define-evaluation-plan.js";
import type { EvaluationPlan } from "./evaluation-plan.js";

/**
 * Reads an evaluation plan written in JSON or YAML.
 *
 * @throws `CxMetricsError` `document.unreadable`, `document.unsafe-key`, and the codes of `defineEvaluationPlan`
 * @example
 * ```ts
 * const text = `
 * formatVersion: 1
 * id: demo
 * version: 1.0.0
 * title: { en: Demo, zh: 示例 }
 * purpose: { en: To show a plan, zh: 展示方案 }
 * unitOfEvaluation: channel
 * units: [{ id: M, title: { en: App, zh: 手机银行 } }]
 * definition: bank.digital-experience@1.0.0
 * sources: {}
 * measures: { E2: { kind: given, value: 0.12, basis: operations report } }
 * `;
 * parseEvaluationPlan(text).definition; // => "bank.digital-experience@1.0.0"
 * ```
 */
export function parseEvaluationPlan(text: string): EvaluationPlan {
  return defineEvaluationPlan(parseDocument(expectText(text, [])));
}
