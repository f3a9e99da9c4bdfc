import { say } from "../show/say.js";
import type { ChartContext, ChartSource } from "./report-chart-sources.js";
import {
  citationOf,
  engineOf,
  intervalOf,
  listOf,
  messageOf,
  numberOf,
  recordOf,
  recordsOf,
} from "./report-members.js";
import { chartTexts } from "./report-words.js";

type JsonAnswer = Readonly<Record<string, unknown>>;

/** `cx score`: Net Promoter Scores with their bands where the metric is one, values with intervals otherwise. */
export function scoreCharts(answer: JsonAnswer, context: ChartContext): readonly ChartSource[] {
  const { lang } = context;
  const rows = recordsOf(answer["rows"]);
  if (rows.length === 0) return [];
  const isShare = rows.some(({ unit }) => unit === "share");
  const factor = isShare ? 100 : 1;
  const readings = rows.map((row) => {
    const value = row["status"] === "ok" ? numberOf(row["value"], factor) : null;
    return {
      label: groupLabel(row["group"], context),
      value,
      ...(value === null ? { reason: messageOf(row["message"], lang) ?? chartTexts.noValue[lang] } : {}),
      n: numberOf(row["n"]),
      interval: intervalOf(row["interval"], factor),
    };
  });
  const metric = citationOf(answer["definition"]);
  const about = { definition: answer["definition"], notes: [...metric, ...engineOf(answer)] };
  const intervals: ChartSource = {
    ...about,
    kind: "intervals",
    title: say(lang, chartTexts.score, { metric: metric[0] ?? "" }),
    data: () => ({ readings, ...(isShare ? { suffix: "%" } : {}) }),
  };
  const shares = rows.map(({ bandShares }) => {
    const { detractors, passives, promoters } = recordOf(bandShares);
    const all = [detractors, passives, promoters].every((share) => typeof share === "number");
    return all
      ? { detractors: Number(detractors), passives: Number(passives), promoters: Number(promoters) }
      : undefined;
  });
  if (!shares.some((share) => share)) return [intervals];
  const data = () => ({
    readings: readings.map((reading, row) => {
      const share = shares[row];
      return share ? { ...reading, shares: share } : reading;
    }),
  });
  return [{ ...about, kind: "nps", title: chartTexts.nps[lang], data }, intervals];
}

/** `cx funnel`: the steps of everyone or of every group; `--of` chooses a group. */
export function funnelCharts(answer: JsonAnswer, context: ChartContext): readonly ChartSource[] {
  const { lang, of } = context;
  const rows = recordsOf(answer["rows"]).filter(({ group }) => of === undefined || group === of);
  if (rows.length === 0) return [];
  const groups = rows.map((row) => ({
    label: groupLabel(row["group"], context),
    steps: recordsOf(row["steps"]).map(({ name, count, interval, medianMs }) => ({
      label: String(name),
      count: numberOf(count) ?? 0,
      interval: intervalOf(interval),
      medianMs: numberOf(medianMs),
    })),
  }));
  const data = () => ({
    groups:
      groups.length === 1 && rows[0]?.["group"] === null ? groups.map(({ steps }) => ({ steps })) : groups,
  });
  const { definition } = answer;
  return [
    {
      kind: "funnel",
      title: chartTexts.funnel[lang],
      data,
      definition,
      notes: [...citationOf(definition), ...engineOf(answer)],
    },
  ];
}

/** `cx chart`: the periods with their limits. */
export function trendCharts(answer: JsonAnswer, { lang }: ChartContext): readonly ChartSource[] {
  const result = recordOf(answer["result"]);
  const points = recordsOf(result["points"]);
  if (points.length === 0) return [];
  const kind = String(result["kind"]);
  const isShare = kind === "p" || kind === "laney-p";
  const factor = isShare ? 100 : 1;
  const centre = numberOf(result["centre"], factor);
  const data = () => ({
    points: points.map((point, index) => {
      const value = numberOf(point["value"], factor);
      return {
        label: String(point["period"] ?? "") || String(index + 1),
        value,
        ...(value === null ? { reason: chartTexts.noValue[lang] } : {}),
        n: numberOf(point["n"]),
        centre: numberOf(point["centre"], factor) ?? centre,
        lower: numberOf(point["lower"], factor),
        upper: numberOf(point["upper"], factor),
        signals: listOf(point["signals"]).filter((signal) => typeof signal === "string"),
      };
    }),
    ...(isShare ? { suffix: "%" } : {}),
  });
  const rules = listOf(result["rules"]).join(", ");
  return [
    {
      kind: "trend",
      title: say(lang, chartTexts.trend, { kind }),
      data,
      notes: [...(rules === "" ? [] : [say(lang, chartTexts.rules, { rules })]), ...engineOf(answer)],
    },
  ];
}

function groupLabel(group: unknown, { lang }: ChartContext): string {
  if (group === null || group === undefined) return chartTexts.everyone[lang];
  return String(group).trim() === "" ? chartTexts.blank[lang] : String(group);
}
