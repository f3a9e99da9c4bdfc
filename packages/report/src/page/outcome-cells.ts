import type { Outcome } from "@cxmetrics/definition";
import type { MeasureForm } from "@cxmetrics/evaluation";
import { type Child, html } from "../markup/html.js";
import { writeCount, writeNumber } from "../numbers/write-number.js";
import { codeWord } from "../words/code-words.js";
import { baseText } from "./base-text.js";
import { intervalText } from "./interval-text.js";
import { data, type ReportPage } from "./report-page.js";

/** Writes the values of a measure as they enter the index; a given figure as it was given. */
function writerOf(form: MeasureForm | undefined): (value: number) => string {
  const { factor = 1, kind } = form ?? {};
  return (value) => (kind === "given" ? String(value).replace("-", "−") : writeNumber(value * factor));
}

/** Value, n, interval, method and base of an outcome. A value that does not exist says why. */
export function outcomeCells(
  page: ReportPage,
  outcome: Outcome | undefined,
  form: MeasureForm | undefined,
): readonly [Child, Child, Child, Child, Child] {
  const { say, lang } = page;
  if (!outcome) return [say("noValue"), say("none"), say("notStated"), say("none"), say("none")];
  if (outcome.status !== "ok") {
    const n = outcome.status === "suppressed" ? writeCount(outcome.n) : say("none");
    const head = outcome.status === "suppressed" ? say("suppressed") : say("noValue");
    return [
      head,
      n,
      html`<small>${data(outcome.message[lang])}</small>`,
      say("none"),
      baseText(page, outcome),
    ];
  }
  const write = writerOf(form);
  const { value, n, effectiveN, interval } = outcome;
  const suffix = form?.suffix ? ` ${form.suffix}` : "";
  return [
    html`<span class="nowrap">${write(value)}${data(suffix)}</span>`,
    Math.abs(effectiveN - n) < 0.5
      ? writeCount(n)
      : html`${writeCount(n)}<br><small>${say("effectiveN", { n: writeCount(Math.round(effectiveN)) })}</small>`,
    intervalText(page, interval, write),
    interval.status === "ok" ? codeWord("method", interval.method, lang) : say("none"),
    baseText(page, outcome),
  ];
}
