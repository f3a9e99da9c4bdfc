import { html } from "../markup/html.js";
import { data, type ReportPage } from "../page/report-page.js";
import type { Section } from "./section.js";

/** Warnings, equal ones once, with the measures and units that they are about. */
export function warningSection({ result, lang, say, unitTitle }: ReportPage): Section {
  const places = new Map<string, { readonly code: string; readonly where: string[] }>();
  for (const { code, message, values } of result.warnings) {
    const known = places.get(message[lang]) ?? { code, where: [] };
    places.set(message[lang], known);
    const { measure, unit } = values ?? {};
    if (typeof measure === "string" && typeof unit === "string")
      known.where.push(`${measure} / ${unitTitle(unit)}`);
  }
  const items = [...places].map(
    ([text, { code, where }]) =>
      html`<li>${data(text)} <code>${data(code)}</code>${where.length === 0 ? "" : html` <small>${data(where.join(", "))}</small>`}</li>`,
  );
  const body =
    items.length === 0 ? html`<p>${say("warningsNone")}</p>` : html`<ul class="warnings">${items}</ul>`;
  return { id: "warnings", title: say("warnings"), body };
}
