import { expectOneOf, expectRecord, type Language } from "@cxmetrics/definition";
import type { EvaluationResult } from "@cxmetrics/evaluation";
import { expectResult, notWhole } from "./expect-result.js";
import { html, markup, textOf } from "./markup/html.js";
import { type ReportPage, reportPage } from "./page/report-page.js";
import { styleDigest } from "./page/style-digest.js";
import { styleSheet } from "./page/style-sheet.js";
import { appendixSection } from "./sections/appendix-section.js";
import { changeSection } from "./sections/change-section.js";
import { criteriaSection } from "./sections/criteria-section.js";
import { dimensionSection } from "./sections/dimension-section.js";
import { gapSection } from "./sections/gap-section.js";
import { head } from "./sections/head.js";
import { indexSection } from "./sections/index-section.js";
import { indicatorSection } from "./sections/indicator-section.js";
import { qualitySection } from "./sections/quality-section.js";
import type { Section } from "./sections/section.js";
import { uncertaintySection } from "./sections/uncertainty-section.js";
import { unitSection } from "./sections/unit-section.js";
import { warningSection } from "./sections/warning-section.js";

/** How a report is written. */
export interface ReportOptions {
  readonly lang: Language;
  /** `auto` (default) follows the reader's setting; paper is always light. */
  readonly theme?: "auto" | "light" | "dark";
}

const sections: readonly ((page: ReportPage) => Section | undefined)[] = [
  indexSection,
  changeSection,
  dimensionSection,
  unitSection,
  indicatorSection,
  criteriaSection,
  uncertaintySection,
  gapSection,
  warningSection,
  qualitySection,
  appendixSection,
];

/**
 * Writes the result of an evaluation as one HTML page for people: the index with intervals and whether it may be compared, changes, dimensions, every unit
 * with its tree and trace, every indicator with n, base, interval and method, what is not told and why, warnings, data, definitions.
 *
 * The page stands alone: no script, no request to anywhere (a content policy forbids both), style and pictures inside. It follows the reader's light or dark
 * setting, prints, and reads on a phone and with a screen reader. The same result gives the same bytes. Texts from the plan, the definition and the data
 * stay texts, whatever they hold; rounding is for display only.
 *
 * @param result from `evaluatePlan`, also after a round trip through JSON
 * @param options language, theme
 * @returns an HTML document
 * @throws `CxMetricsError` `report.not-a-result` for a result that is not whole, `document.*` for options that are not as documented
 * @example
 * ```ts
 * const options = { lang: "en" as const };
 * const attempt = () => {
 *   try { return renderReport(JSON.parse('{"formatVersion": 1}'), options); } catch (problem) { return problem.code; }
 * };
 * attempt(); // => "report.not-a-result"
 * ```
 */
export function renderReport(result: EvaluationResult, options: ReportOptions): string {
  const asked = expectRecord(options, ["options"], ["lang"], ["theme"]);
  const lang = expectOneOf(asked["lang"], ["options", "lang"], ["en", "zh"]);
  const theme = expectOneOf(asked["theme"] ?? "auto", ["options", "theme"], ["auto", "light", "dark"]);
  expectResult(result);
  try {
    return writeReport(result, lang, theme);
  } catch (thrown) {
    throw notWhole(thrown);
  }
}

function writeReport(result: EvaluationResult, lang: Language, theme: string): string {
  const page = reportPage(result, lang);
  const { say } = page;
  const written = sections.flatMap((write) => write(page) ?? []);
  const policy = `default-src 'none'; style-src '${styleDigest}'; base-uri 'none'; form-action 'none'`;
  const body = html`<!doctype html>
<html lang="${lang === "zh" ? "zh-Hans" : "en"}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${result.plan.title[lang]}</title>
<style>${markup(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#content">${say("skip")}</a>
${head(page)}<nav aria-label="${say("contents")}"><ul>${written.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="content">
${written.map(({ id, title, body: content }) => html`<section id="${id}" aria-labelledby="${id}-head"><h2 id="${id}-head">${title}</h2>\n${content}</section>\n`)}</main>
<footer><p>${say("engines")}: ${result.engines.join(", ")}</p></footer>
</body>
</html>
`;
  return textOf(body);
}
