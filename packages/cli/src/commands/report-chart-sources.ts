import { CxMetricsError, type Language } from "@cxmetrics/definition";
import type { EvaluationResult } from "@cxmetrics/evaluation";
import { type ChartData, type ChartKind, chartKinds, chartOfResult } from "@cxmetrics/report";
import { attributeCharts, driverCharts, uncertaintyCharts } from "./report-index-charts.js";
import { citationOf, isRecord, listOf } from "./report-members.js";
import { notAChartFile } from "./report-problems.js";
import { funnelCharts, scoreCharts, trendCharts } from "./report-score-charts.js";

/** A chart that an answer can become. Its data are checked by `renderChart`. */
export interface ChartSource {
  readonly kind: ChartKind;
  readonly data: () => ChartData[ChartKind];
  readonly title?: string;
  readonly definition?: unknown;
  readonly notes: readonly string[];
}

/** What is known of an answer while it is turned into charts. */
export interface ChartContext {
  readonly file: string;
  readonly lang: Language;
  /** Unit, criterion or group that was asked for. */
  readonly of?: string;
}

const byCommand: Readonly<
  Record<string, (answer: Readonly<Record<string, unknown>>, context: ChartContext) => readonly ChartSource[]>
> = {
  score: scoreCharts,
  funnel: funnelCharts,
  chart: trendCharts,
  drivers: driverCharts,
  "index uncertainty": uncertaintyCharts,
  "index attribute": attributeCharts,
};

const ofResult = ["intervals", "tree", "radar", "heat-map", "matrix", "waterfall", "nps"] as const;

/**
 * The charts that an answer can become, the usual one first.
 *
 * @throws `CxMetricsError` `report.not-a-chart`
 */
export function chartsOfAnswer(
  answer: Readonly<Record<string, unknown>>,
  context: ChartContext,
): readonly ChartSource[] {
  const { command, kind } = answer;
  const source = (answers: readonly ChartSource[]) => {
    if (answers.length > 0) return answers;
    throw new CxMetricsError(notAChartFile, { path: [context.file], values: { file: context.file } });
  };
  if (typeof command === "string") {
    const charts = Object.hasOwn(byCommand, command) ? byCommand[command] : undefined;
    return source(charts?.(answer, context) ?? []);
  }
  if (isRecord(answer["roots"]) && isRecord(answer["plan"])) return source(resultCharts(answer, context));
  const known = chartKinds.find((name) => name === kind);
  if (known === undefined || !isRecord(answer["data"])) return source([]);
  const { title, notes } = answer;
  return [
    {
      kind: known,
      data: () => answer["data"] as unknown as ChartData[ChartKind],
      notes: listOf(notes).filter((note) => typeof note === "string"),
      ...(typeof title === "string" ? { title } : {}),
    },
  ];
}

function resultCharts(
  answer: Readonly<Record<string, unknown>>,
  { lang, of }: ChartContext,
): readonly ChartSource[] {
  // Checked by `chartOfResult`, and only for the chart that is drawn: a result may lack what another one shows.
  const result = answer as unknown as EvaluationResult;
  const options = { lang, ...(of === undefined ? {} : { of }) };
  return ofResult.map((kind) => {
    const chart = () => chartOfResult(result, kind, options);
    return {
      kind,
      data: () => chart().data,
      get title() {
        return chart().title;
      },
      get definition() {
        return chart().definition;
      },
      get notes() {
        return citationOf(chart().definition);
      },
    };
  });
}
