import type { HeatMapData } from "../charts/heat-map.js";
import type { RadarData } from "../charts/radar.js";
import type { ReportPage } from "../page/report-page.js";

/** The dimensions as axes, the units as series; nothing where there are too few axes or too many units to tell apart. */
export function radarData(page: ReportPage): RadarData | undefined {
  const { result, dimensions, scale, lang, nodeTitle } = page;
  const { units } = result;
  if (dimensions.length < 3 || dimensions.length > 10 || units.length > 6) return undefined;
  const values = dimensionValues(page);
  const series = units.map(({ title }, row) => ({ label: title[lang], values: values[row] ?? [] }));
  return { axes: dimensions.map(nodeTitle), scale, series };
}

/** Units by dimensions; nothing without dimensions. */
export function heatData(page: ReportPage): HeatMapData | undefined {
  const { result, dimensions, scale, lang, say, nodeTitle } = page;
  if (dimensions.length === 0) return undefined;
  const rows = result.units.map(({ title }) => title[lang]);
  const columns = dimensions.map(nodeTitle);
  return { rows, columns, values: dimensionValues(page), scale, rowHead: say("unit") };
}

/** Units by the groups of a view, for example the stages of a journey. */
export function viewData(page: ReportPage, id: string): HeatMapData {
  const { result, scale, lang, say } = page;
  const { document, views } = result.index;
  const groups = Object.entries(document.views?.[id]?.groups ?? {});
  const byGroup = views[id] ?? {};
  return {
    rows: result.units.map(({ title }) => title[lang]),
    columns: groups.map(([, title]) => title[lang]),
    values: result.units.map((_, row) => groups.map(([group]) => byGroup[group]?.values[row] ?? null)),
    scale,
    rowHead: say("unit"),
  };
}

function dimensionValues({ result, dimensions }: ReportPage): readonly (readonly (number | null)[])[] {
  return result.units.map((_, row) => dimensions.map((id) => result.index.nodes[id]?.values[row] ?? null));
}
