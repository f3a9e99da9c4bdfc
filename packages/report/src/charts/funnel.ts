import { expectList, expectRecord, expectText, type Language } from "@cxmetrics/definition";
import type { ChartRow } from "../drawing/row-chart.js";
import { drawRows } from "../drawing/row-chart.js";
import { writeCount, writeShare } from "../numbers/write-number.js";
import { writeSpan } from "../numbers/write-span.js";
import { type ChartKindEntry, type ChartPage, isNarrow } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { expectStep, type FunnelChartStep } from "./funnel-step.js";
import { levelNote } from "./level-note.js";
import { intervalCell, say } from "./write-cells.js";

/** How far actors got, for everyone or for several groups. */
export interface FunnelChartData {
  readonly groups: readonly {
    /** Left out where there is one group only. */
    readonly label?: string;
    readonly steps: readonly FunnelChartStep[];
  }[];
}

/** Bars of those who got to each step, hatched where they were lost, with times. */
export const funnel: ChartKindEntry<FunnelChartData> = {
  title: { en: "Funnel", zh: "转化漏斗" },
  expect: (value, path) => {
    const { groups } = expectRecord(value, path, ["groups"]);
    return {
      groups: expectList(
        groups,
        [...path, "groups"],
        (item, at) => {
          const record = expectRecord(item, at, ["steps"], ["label"]);
          const steps = expectList(record["steps"], [...at, "steps"], expectStep, 1);
          return record["label"] === undefined
            ? { steps }
            : { label: expectText(record["label"], [...at, "label"]), steps };
        },
        1,
      ),
    };
  },
  draw: ({ groups }, page) => {
    const { lang } = page;
    const most = Math.max(1, ...groups.flatMap(({ steps }) => steps.map(({ count }) => count)));
    const rows = groups.flatMap(({ label, steps }) => [
      ...(label === undefined || groups.length === 1 ? [] : [{ label, marks: [] }]),
      ...steps.map((step, index) =>
        rowOf(step, steps[index - 1], steps[0]?.count ?? 0, groups.length > 1 ? 1 : 0, page),
      ),
    ]);
    const drawn = drawRows(
      { rows, extent: [0, most], ticks: ticksTo(most, page), writeTick: (value) => writeCount(value) },
      page,
    );
    const note = levelNote(
      groups.flatMap(({ steps }) => steps),
      lang,
    );
    return {
      ...drawn,
      legend: [
        { sign: "bar", ink: "soft", text: chartWords.reached[lang] },
        { sign: "hatch", ink: "s2", text: chartWords.dropOff[lang] },
        ...(note
          ? [
              {
                sign: "line" as const,
                ink: "ink" as const,
                text: `${chartWords.fromStart[lang]}${lang === "zh" ? "：" : ": "}${note}`,
              },
            ]
          : []),
      ],
    };
  },
  tabulate: ({ groups }, lang) => {
    const grouped = groups.length > 1 || groups[0]?.label !== undefined;
    return {
      heads: [
        ...(grouped ? [textHead(chartWords.group[lang])] : []),
        textHead(chartWords.step[lang]),
        ...(["reached", "fromStart", "interval", "fromPrevious", "dropOff", "medianTime", "n"] as const).map(
          (word) => numberHead(chartWords[word][lang]),
        ),
      ],
      rows: groups.flatMap(({ label = "", steps }) =>
        steps.map((step, index) => [
          ...(grouped ? [label] : []),
          ...cellsOf(step, steps[index - 1], steps[0]?.count ?? 0, lang),
        ]),
      ),
    };
  },
};

function cellsOf(
  step: FunnelChartStep,
  before: FunnelChartStep | undefined,
  entered: number,
  lang: Language,
): readonly string[] {
  const { label, count, interval, medianMs } = step;
  const first = chartWords.firstStep[lang];
  return [
    label,
    writeCount(count),
    entered > 0 ? writeShare(count / entered) : chartWords.nobody[lang],
    before ? intervalCell(interval, writeShare, lang) : first,
    before ? (before.count > 0 ? writeShare(count / before.count) : chartWords.nobody[lang]) : first,
    before
      ? `${writeCount(before.count - count)}${before.count > 0 ? ` (${writeShare(1 - count / before.count)})` : ""}`
      : first,
    before ? (medianMs === null ? chartWords.nobody[lang] : writeSpan(medianMs, lang)) : first,
    writeCount(entered),
  ];
}

function rowOf(
  step: FunnelChartStep,
  before: FunnelChartStep | undefined,
  entered: number,
  indent: number,
  page: ChartPage,
): ChartRow {
  const { label, count, interval, medianMs } = step;
  const lost = before ? before.count - count : 0;
  const share = entered > 0 ? writeShare(count / entered) : chartWords.nobody[page.lang];
  return {
    label,
    indent,
    ...(before && medianMs !== null
      ? { below: say(chartWords.median, page.lang, { time: writeSpan(medianMs, page.lang) }) }
      : {}),
    right: isNarrow(page)
      ? share
      : `${writeCount(count)} · ${share}${before && lost > 0 && before.count > 0 ? ` · −${writeCount(lost)}` : ""}`,
    marks: [
      { kind: "bar", from: 0, to: count, ink: "soft" },
      ...(lost > 0 ? [{ kind: "lost" as const, from: count, to: count + lost, ink: "s2" as const }] : []),
      ...(before && interval
        ? [
            {
              kind: "whisker" as const,
              from: interval.lower * entered,
              to: interval.upper * entered,
              ink: "ink" as const,
            },
          ]
        : []),
    ],
  };
}

function ticksTo(most: number, page: ChartPage) {
  const parts = isNarrow(page) ? 2 : 4;
  const rough = most / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  return { lower: 0, upper: most, step };
}
