import type { Language } from "@cxmetrics/definition";
import type { EvaluationResult } from "../evaluation-result.js";
import { escapeCell } from "./escape-cell.js";
import { wording } from "./wording.js";

/** Title, purpose, and what was computed by which definition and engines. */
export function headLines(result: EvaluationResult, lang: Language): readonly string[] {
  const words = wording[lang];
  const { plan, definition, evaluatedOn, engines } = result;
  const fact = (name: string, value: string) => `- ${name}${words.colon}${escapeCell(value)}`;
  return [
    `# ${escapeCell(plan.title[lang])}`,
    "",
    fact(words.purpose, plan.purpose[lang]),
    fact(words.unitOfEvaluation, plan.unitOfEvaluation),
    ...(evaluatedOn === undefined ? [] : [fact(words.evaluatedOn, evaluatedOn)]),
    fact(words.plan, `${plan.id}@${plan.version}, ${plan.digest}`),
    fact(
      words.definition,
      `${definition.title[lang]}, ${definition.id}@${definition.version}, ${definition.digest}`,
    ),
    fact(words.engines, engines.join(", ")),
  ];
}
