import type { EvaluationUnit, RootOutcome } from "@cxmetrics/evaluation";
import type { GradeResult } from "@cxmetrics/index-model";
import { numberHead, textHead } from "../charts/chart-table.js";
import { indexData } from "../figures/index-data.js";
import { type Child, html } from "../markup/html.js";
import { writeNumber } from "../numbers/write-number.js";
import { figureHtml } from "../page/figure-html.js";
import { intervalText, levelOf } from "../page/interval-text.js";
import { data, type ReportPage } from "../page/report-page.js";
import { codeWord } from "../words/code-words.js";
import type { Section } from "./section.js";
import { verdictHtml } from "./verdict-html.js";

/** The index of every unit: cards for a few, a picture for all, the table, and whether they may be compared. */
export function indexSection(page: ReportPage): Section {
  const { result, lang, say, scale, score } = page;
  const { units, roots, index } = result;
  const name = page.nodeTitle(index.document.root);
  const level = levelOf(units.map(({ id }) => roots[id]));
  const rows = units.map((unit, row) => rowOf(page, unit, row));
  const figure = figureHtml(page, {
    kind: "intervals",
    title: say("indexBy", { index: name }),
    data: indexData(page),
    note: say("scaleNote", { lower: scale.lower, upper: scale.upper }),
    table: {
      heads: [
        textHead(say("unit")),
        numberHead(name),
        numberHead(level === undefined ? say("interval") : say("levelInterval", { level })),
        textHead(say("method")),
        numberHead(say("standardError")),
        ...(index.grades ? [textHead(say("grade"))] : []),
        numberHead(say("available")),
        textHead(say("period")),
      ],
      rows,
    },
  });
  const cards =
    units.length > 4
      ? ""
      : html`<ul class="cards">${units.map((unit, row) => {
          const root = roots[unit.id];
          const grade = index.grades?.[row];
          return html`<li class="card"><h3>${data(unit.title[lang])}</h3>
<p class="big">${root?.status === "ok" ? score(root.value) : say("noValue")}</p>
<p>${root?.status === "ok" ? intervalText(page, root.interval, score, true) : data(root?.message[lang] ?? say("notStated"))}</p>
${grade ? html`<p>${say("grade")}${say("colon")}${gradeCell(page, grade)}</p>` : ""}</li>`;
        })}</ul>`;
  return { id: "index", title: say("index"), body: html`${cards}${verdictHtml(page)}${figure}` };
}

function rowOf(page: ReportPage, unit: EvaluationUnit, row: number): readonly Child[] {
  const { result, lang, say, score } = page;
  const root: RootOutcome | undefined = result.roots[unit.id];
  const grade = result.index.grades?.[row];
  const outcomes = Object.values(result.estimates).map((byUnit) => byUnit[unit.id]);
  const there = outcomes.filter((outcome) => outcome?.status === "ok").length;
  const link = html`<a href="#${page.anchors.unit(unit.id)}">${data(unit.title[lang])}</a>`;
  const counted = say("ofAll", { count: there, all: outcomes.length });
  const period = unit.period === undefined ? say("notStated") : data(unit.period);
  const grades = grade ? [gradeCell(page, grade)] : [];
  if (root?.status !== "ok") {
    const reason = data(root?.message[lang] ?? say("notStated"));
    return [link, say("noValue"), reason, say("none"), say("none"), ...grades, counted, period];
  }
  const method = root.interval.status === "ok" ? codeWord("method", root.interval.method, lang) : say("none");
  return [
    link,
    score(root.value),
    intervalText(page, root.interval, score),
    method,
    root.standardError === null ? say("noColumn") : writeNumber(root.standardError),
    ...grades,
    counted,
    period,
  ];
}

/** The grade of a unit and how it came about. */
function gradeCell({ result, lang, say }: ReportPage, { grade, status, veto }: GradeResult): Child {
  const band = result.index.document.grades?.bands.find(({ id }) => id === grade);
  const notes = [
    codeWord("grade", status, lang),
    ...(veto === "not-assessed" ? [say("vetoNotAssessed")] : []),
  ];
  return html`<b>${data(band?.title[lang] ?? grade ?? say("noGrade"))}</b> (${notes.join(say("comma"))})`;
}
