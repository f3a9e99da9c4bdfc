import {
  CxMetricsError,
  type DefinitionReference,
  expectOneOf,
  expectText,
  type Language,
} from "@cxmetrics/definition";
import type { EvaluationResult } from "@cxmetrics/evaluation";
import { type ChartData, charts } from "./charts/registry.js";
import { expectResult, notWhole } from "./expect-result.js";
import { changeWaterfall } from "./figures/change-waterfall.js";
import { criterionReading } from "./figures/criterion-reading.js";
import { heatData, radarData } from "./figures/dimension-data.js";
import { indexData } from "./figures/index-data.js";
import { matrixData } from "./figures/matrix-data.js";
import { treeNodes } from "./figures/tree-nodes.js";
import { type ReportPage, reportPage } from "./page/report-page.js";
import { nothingToShow } from "./problems.js";

/** Kinds of chart that the result of an evaluation holds the numbers of. */
export type ResultChartKind = "intervals" | "nps" | "tree" | "radar" | "heat-map" | "matrix" | "waterfall";

/** Which chart of a result is wanted. */
export interface ResultChartOptions {
  readonly lang: Language;
  /** Id of a unit for `tree` and `matrix`, id of a criterion for `nps`, id of the later unit for `waterfall`; the first one when left out. */
  readonly of?: string;
}

/** A chart of a result: hand it to `renderChart`. */
export type ResultChart = {
  readonly [K in ResultChartKind]: {
    readonly kind: K;
    readonly title: string;
    readonly data: ChartData[K];
    /** What rules made the numbers. */
    readonly definition: DefinitionReference;
  };
}[ResultChartKind];

const kinds = ["intervals", "nps", "tree", "radar", "heat-map", "matrix", "waterfall"] as const;

/**
 * The numbers of one chart of an evaluation, as the report shows them: the index of every unit (`intervals`), a criterion in points (`nps`), the tree or the
 * quadrants of a unit (`tree`, `matrix`), the dimensions of all units (`radar`, `heat-map`), a change (`waterfall`).
 *
 * @param result from `evaluatePlan`, also after a round trip through JSON
 * @param kind which chart
 * @param options language, and of what
 * @returns kind, title and data
 * @throws `CxMetricsError` `report.nothing-to-show` where the result lacks what the chart shows, `report.not-a-result`, `document.*`
 * @example
 * ```ts
 * const attempt = () => {
 *   try { return chartOfResult(JSON.parse("{}"), "tree", { lang: "en" }); } catch (problem) { return problem.code; }
 * };
 * attempt(); // => "report.not-a-result"
 * ```
 */
export function chartOfResult(
  result: EvaluationResult,
  kind: ResultChartKind,
  options: ResultChartOptions,
): ResultChart {
  expectResult(result);
  expectOneOf(kind, ["kind"], kinds);
  const lang = expectOneOf(options?.lang, ["options", "lang"], ["en", "zh"]);
  const of = options.of === undefined ? undefined : expectText(options.of, ["options", "of"]);
  try {
    const page = reportPage(result, lang);
    const chart = chartOf(page, kind, of);
    if (chart === undefined)
      throw new CxMetricsError(nothingToShow, { path: ["kind"], values: { kind, of: of ?? "–" } });
    charts[chart.kind].expect(chart.data, ["data"]);
    return chart;
  } catch (thrown) {
    throw notWhole(thrown);
  }
}

function chartOf(page: ReportPage, kind: ResultChartKind, of: string | undefined): ResultChart | undefined {
  const { result, say, scale, lang } = page;
  const { id, version, digest } = result.definition;
  const definition = { id, version, digest };
  const index = page.nodeTitle(result.index.document.root);
  const unit = result.units.find(({ id }) => of === undefined || id === of);
  const trace = unit ? result.traces[unit.id] : undefined;
  switch (kind) {
    case "intervals":
      return { kind, definition, title: say("indexBy", { index }), data: indexData(page) };
    case "tree":
      return unit && trace
        ? {
            kind,
            definition,
            title: say("treeOf", { unit: unit.title[lang] }),
            data: { nodes: treeNodes(page, trace), scale },
          }
        : undefined;
    case "matrix": {
      const data = trace ? matrixData(page, trace) : undefined;
      return unit && data && data.points.length > 0
        ? { kind, definition, title: say("matrixOf", { unit: unit.title[lang] }), data }
        : undefined;
    }
    case "radar": {
      const data = radarData(page);
      return data && { kind, definition, title: say("profile"), data };
    }
    case "heat-map": {
      const data = heatData(page);
      return data && { kind, definition, title: say("heat"), data };
    }
    case "waterfall": {
      const change = result.changes.find(({ to }) => of === undefined || to === of);
      const data = change ? changeWaterfall(page, change) : undefined;
      return (
        data && {
          kind,
          definition,
          title: say("changeMadeOf", { from: data.from.label, to: data.to.label }),
          data,
        }
      );
    }
    case "nps": {
      const [criterion, byUnit] =
        Object.entries(result.criteria).find(
          ([name, outcomes]) =>
            (of === undefined || name === of) &&
            Object.values(outcomes).some((outcome) => outcome.status === "ok" && outcome.unit === "points"),
        ) ?? [];
      if (criterion === undefined || byUnit === undefined) return undefined;
      const readings = result.units.map(({ id: name, title }) =>
        criterionReading(page, criterion, name, title[lang]),
      );
      const about = Object.values(byUnit)[0]?.definition ?? definition;
      return {
        kind,
        definition: about,
        title: result.measures[criterion]?.title[lang] ?? criterion,
        data: { readings },
      };
    }
  }
}
