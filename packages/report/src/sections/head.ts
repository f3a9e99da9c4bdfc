import { type Html, html } from "../markup/html.js";
import { citation, data, type ReportPage, titleIn } from "../page/report-page.js";
import { factsHtml } from "../page/table-html.js";
import { codeWord } from "../words/code-words.js";

/** Title, purpose, and what was evaluated by which rules. */
export function head({ result, lang, say }: ReportPage): Html {
  const { plan, definition, evaluatedOn } = result;
  return html`<header class="page"><h1>${titleIn(plan.title, lang)}</h1>
<p class="lead">${titleIn(plan.purpose, lang)}</p>
${factsHtml([
  [say("unitOfEvaluation"), data(codeWord("unit", plan.unitOfEvaluation, lang))],
  [say("evaluatedOn"), evaluatedOn === undefined ? say("noDate") : data(evaluatedOn)],
  [say("indexDefinition"), html`${titleIn(definition.title, lang)}<br>${citation(definition)}`],
  [say("plan"), citation(plan)],
])}</header>\n`;
}
