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

/** `cx drivers`: the part of R² that each predictor adds. */
export function driverCharts(answer: JsonAnswer, { lang }: ChartContext): readonly ChartSource[] {
  const result = recordOf(answer["result"]);
  const predictors = recordsOf(result["predictors"]);
  if (predictors.length === 0) return [];
  const readings = predictors.map((predictor) => {
    const value = numberOf(predictor["importance"], 100);
    return {
      label: String(predictor["name"]),
      value,
      ...(value === null ? { reason: chartTexts.noValue[lang] } : {}),
      n: numberOf(result["n"]),
      interval: intervalOf(predictor["interval"], 100),
    };
  });
  const method = say(lang, chartTexts.method, { method: String(result["method"]) });
  return [
    {
      kind: "intervals",
      title: say(lang, chartTexts.drivers, { outcome: String(result["outcome"]) }),
      data: () => ({ readings, suffix: "%", reference: 0 }),
      notes: [method, chartTexts.noCause[lang], ...engineOf(answer)],
    },
  ];
}

/** `cx index uncertainty`: a node of every unit with its interval, and ranks where they were asked for. */
export function uncertaintyCharts(answer: JsonAnswer, { lang, of }: ChartContext): readonly ChartSource[] {
  const result = recordOf(answer["result"]);
  const units = listOf(result["units"]).map(String);
  const nodes = recordOf(result["nodes"]);
  const node = of !== undefined && Object.hasOwn(nodes, of) ? of : Object.keys(nodes)[0];
  if (node === undefined) return [];
  const { definition } = answer;
  const about = { definition, notes: [...citationOf(definition), ...engineOf(answer)] };
  const readings = listOf(nodes[node]).map((cell, row) => {
    const { status, value, interval, message } = recordOf(cell);
    const known = status === "ok" ? numberOf(value) : null;
    return {
      label: units[row] ?? String(row + 1),
      value: known,
      ...(known === null ? { reason: messageOf(message, lang) ?? chartTexts.noValue[lang] } : {}),
      interval: intervalOf(interval),
    };
  });
  const index: ChartSource = {
    ...about,
    kind: "intervals",
    title: say(lang, chartTexts.index, { node }),
    data: () => ({ readings }),
  };
  const ranks = recordOf(result["ranks"]);
  if (ranks["status"] !== "ok") return [index];
  const level = numberOf(result["level"]) ?? 0.95;
  const places = listOf(ranks["units"]).map((place, row) => {
    const { rank, lower, upper } = recordOf(place);
    const value = numberOf(rank);
    const [low, high] = [numberOf(lower), numberOf(upper)];
    return {
      label: units[row] ?? String(row + 1),
      value,
      ...(value === null ? { reason: chartTexts.noValue[lang] } : {}),
      interval: low === null || high === null ? null : { lower: low, upper: high, level },
    };
  });
  return [
    index,
    { ...about, kind: "rank-intervals", title: chartTexts.ranks[lang], data: () => ({ readings: places }) },
  ];
}

/** `cx index attribute`: from the earlier to the later value by input. */
export function attributeCharts(answer: JsonAnswer, { lang }: ChartContext): readonly ChartSource[] {
  const result = recordOf(answer["result"]);
  const [before, after] = [numberOf(result["before"]), numberOf(result["after"])];
  if (before === null || after === null) return [];
  const [earlier, later] = listOf(result["names"]).map(String);
  const inputs = recordsOf(recordOf(result["data"])["inputs"]).map(({ input, contribution }) => ({
    label: String(input),
    change: numberOf(contribution) ?? 0,
  }));
  const aspects = recordsOf(recordOf(result["revision"])["aspects"]).map(({ aspect, contribution }) => ({
    label: String(aspect),
    change: numberOf(contribution) ?? 0,
  }));
  const parts = [...inputs, ...aspects].filter(({ change }) => change !== 0);
  const rest = after - before - parts.reduce((sum, { change }) => sum + change, 0);
  const span = Math.max(1, Math.abs(before), Math.abs(after)) * 1.01;
  const { definition } = answer;
  return [
    {
      kind: "waterfall",
      title: say(lang, chartTexts.change, { unit: String(result["unit"]) }),
      definition,
      data: () => ({
        from: { label: earlier || "1", value: before },
        to: { label: later || "2", value: after },
        parts:
          Math.abs(rest) < 1e-9 * span ? parts : [...parts, { label: chartTexts.rest[lang], change: rest }],
        scale: { lower: 0, upper: span > 10 ? 100 : 1 },
      }),
      notes: [...citationOf(definition), ...engineOf(answer)],
    },
  ];
}
