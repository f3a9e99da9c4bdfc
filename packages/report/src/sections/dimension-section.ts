import { heatData, radarData, viewData } from "../figures/dimension-data.js";
import { html } from "../markup/html.js";
import { figureHtml } from "../page/figure-html.js";
import type { ReportPage } from "../page/report-page.js";
import type { Section } from "./section.js";

/** The dimensions of all units side by side, and the views that re-group the indicators. */
export function dimensionSection(page: ReportPage): Section | undefined {
  const { result, say, lang } = page;
  const radar = radarData(page);
  const heat = heatData(page);
  const views = Object.entries(result.index.document.views ?? {});
  if (!heat && views.length === 0) return undefined;
  const profile = radar
    ? figureHtml(page, { kind: "radar", title: say("profile"), data: radar })
    : heat
      ? figureHtml(page, { kind: "heat-map", title: say("heat"), data: heat })
      : "";
  const grouped = views.map(([id, view]) =>
    figureHtml(page, { kind: "heat-map", title: view.title[lang], data: viewData(page, id) }),
  );
  return { id: "dimensions", title: say("dimensions"), body: html`${profile}${grouped}` };
}
