import type { EvaluationUnit } from "@cxmetrics/evaluation";
import type { IndexExplanation, NodeExplanation } from "@cxmetrics/index-model";
import { numberHead, textHead } from "../charts/chart-table.js";
import { type Child, type Html, html } from "../markup/html.js";
import { writeCount, writeNumber, writeShare } from "../numbers/write-number.js";
import { baseText } from "../page/base-text.js";
import { citation, data, type ReportPage } from "../page/report-page.js";
import { tableHtml } from "../page/table-html.js";

/** Every figure of a unit from the root down: formula, what it is made of, base, and the definition that made it. */
export function traceTable(page: ReportPage, unit: EvaluationUnit, trace: IndexExplanation): Html {
  const { say, lang, anchors } = page;
  return tableHtml({
    id: `${anchors.unit(unit.id)}-trace`,
    caption: data(say("trace", { unit: unit.title[lang] })),
    heads: [
      textHead(say("part")),
      numberHead(say("value")),
      textHead(say("formula")),
      textHead(say("madeOf")),
      textHead(say("base")),
      textHead(say("definition")),
    ],
    rows: trace.nodes.map((node) => [
      html`<span id="${anchors.trace(unit.id, node.id)}">${data(node.title[lang])}</span> <code>${data(node.id)}</code>`,
      node.value === null
        ? say("withheldPart", { reason: node.reason?.message[lang] ?? say("notStated") })
        : writeNumber(node.value),
      node.steps ? data(node.steps[lang]) : html`<code class="formula">${data(node.formula)}</code>`,
      madeOf(page, unit.id, node),
      baseOf(page, unit.id, node),
      definitionOf(page, unit.id, node),
    ]),
  });
}

function madeOf(page: ReportPage, unit: string, node: NodeExplanation): Child {
  const { say, anchors, lang } = page;
  const { leaf, parts } = node;
  if (leaf) {
    const steps = (["raw", "adjusted", "transformed", "imputed", "treated", "capped"] as const).flatMap(
      (step) => {
        const value = leaf[step];
        return value === undefined
          ? []
          : [`${say(step)} ${value === null ? say("none") : writeNumber(value)}`];
      },
    );
    return html`${data(steps.join(" → "))} <small>${data(leaf.unit)}</small>`;
  }
  return html`<ul class="parts">${parts.map((part) => {
    const value = part.value === null ? say("none") : writeNumber(part.value);
    const weight = part.effectiveWeight === null ? "" : ` × ${writeNumber(part.effectiveWeight)}`;
    const filled =
      typeof part.filled === "number" ? ` (${say("filled", { value: writeNumber(part.filled) })})` : "";
    const title = page.result.index.document.nodes[part.node]?.title[lang] ?? part.node;
    return html`<li><a href="#${anchors.trace(unit, part.node)}" title="${title}">${data(part.node)}</a> ${value}${weight}${filled}</li>`;
  })}</ul>`;
}

function baseOf(page: ReportPage, unit: string, node: NodeExplanation): Child {
  const outcome = node.kind === "indicator" ? page.result.estimates[node.id]?.[unit] : undefined;
  if (outcome) {
    const n = outcome.status === "not-computable" ? "" : `n ${writeCount(outcome.n)}; `;
    return html`${n}${baseText(page, outcome)}`;
  }
  if (node.coverage === null) return page.say("none");
  return page.say("coverage", { share: writeShare(node.coverage) });
}

function definitionOf(page: ReportPage, unit: string, node: NodeExplanation): Child {
  const form = node.kind === "indicator" ? page.formOf(node.id, unit) : undefined;
  const reference = form?.reference ?? page.result.definition;
  const target = form ? page.anchors.measure(node.id) : page.anchors.part(node.id);
  return html`<a href="#${target}">${citation(reference)}</a>`;
}
