import {
  CxMetricsError,
  describeValue,
  expectList,
  expectOneOf,
  expectRecord,
  expectText,
} from "@cxmetrics/definition";
import { nodeAt } from "../node-at.js";
import { fitLink, type LinkPair, leastPairs, linkErrorAt } from "./fit-link.js";
import { expectWaves, type IndexWave } from "./index-wave.js";
import { linkWarnings } from "./link-warnings.js";
import type {
  LinkedPoint,
  LinkedSeries,
  LinkLine,
  LinkMethod,
  LinkOptions,
  SeriesLink,
} from "./linked-series.js";
import { looksSideways } from "./looks-sideways.js";
import { notAList, unknownPeriod } from "./problems.js";
import { type ComparisonRefused, type RefusalReason, reasonFor, refused } from "./refusal.js";
import { unitRows } from "./unit-rows.js";

const methods: readonly LinkMethod[] = ["multiplicative", "additive", "regression"];

/**
 * Joins series of several definitions, oldest first, over the periods that neighbours share: each link is a line, and lines compose. Where
 * two series have a period, the value nearer to the level that is kept stands.
 *
 * $$ \hat y = a_1 + b_1(a_2 + b_2 x), \qquad SE^2 = SE_1^2 + b_1^2 SE_2^2 $$
 *
 * @param series one list of waves for each definition, in the order of time
 * @param options as for `linkSeries`; `overlaps` names the periods of each joint in place of `overlap`
 * @returns the series as one, or a refusal with its reasons
 * @throws `CxMetricsError` as `linkSeries` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const wave = (version, period, x) => ({ period, result: scoreIndex({ formatVersion: 1, id: "example.x", version, title, provenance,
 *   scale: { lower: 0, upper: 100 }, root: "x", nodes: { x: leaf } }, { units: ["App"], columns: { x: [x] } }) });
 * const chain = linkChain([
 *   [wave("1.0.0", "2022", 60), wave("1.0.0", "2023", 64)],
 *   [wave("2.0.0", "2023", 60), wave("2.0.0", "2024", 63)],
 *   [wave("3.0.0", "2024", 70), wave("3.0.0", "2025", 71)],
 * ], { method: "additive" });
 * chain.series[0].points.map((point) => point.value); // => [60, 64, 67, 68]
 * ```
 */
export function linkChain(
  series: readonly (readonly IndexWave[])[],
  options: Omit<LinkOptions, "overlap"> & { readonly overlaps?: readonly (readonly string[])[] },
): LinkedSeries | ComparisonRefused {
  if (!Array.isArray(series) || series.length < 2)
    throw new CxMetricsError(notAList, {
      path: ["series"],
      values: { name: "series", found: describeValue(series) },
    });
  const choices = readChoices(options, series.length);
  const all = series.map((waves, index) => expectWaves(waves, `series ${index + 1}`));
  const reasons = [
    ...(all.some((waves) => waves.some(({ result }) => looksSideways(result)))
      ? [reasonFor("not-comparable-before")]
      : []),
    ...(all.some((waves) => new Set(waves.map(({ result }) => result.definition.digest)).size > 1)
      ? [reasonFor("mixed-series")]
      : []),
  ];
  const [first] = reasons;
  if (first) return refused([first, ...reasons.slice(1)]);

  // Links lead from each series to its neighbour on the side of the level that is kept.
  const ordered = choices.onto === "old" ? all : [...all].reverse();
  const overlaps = choices.onto === "old" ? choices.overlaps : [...choices.overlaps].reverse();
  const links: SeriesLink[] = [];
  for (let joint = 1; joint < ordered.length; joint++) {
    const link = linkBetween(ordered[joint] ?? [], ordered[joint - 1] ?? [], overlaps[joint - 1], choices);
    if ("reason" in link) return refused([link]);
    links.push(link);
  }
  const linked = joined(all, ordered, links, choices);
  const base = ordered[0]?.[0]?.result;
  return {
    status: "ok",
    onto: (base as IndexWave["result"]).definition,
    links,
    ...linked,
    warnings: base ? linkWarnings(base.document.scale, links, linked.series) : [],
  };
}

interface Choices {
  readonly method: LinkMethod;
  readonly factor: "unit" | "pooled";
  readonly onto: "old" | "new";
  readonly node?: string;
  readonly overlaps: readonly (readonly string[] | undefined)[];
}

function readChoices(options: unknown, count: number): Choices {
  const record = expectRecord(options, ["options"], ["method"], ["factor", "onto", "node", "overlaps"]);
  const choice = <T extends string>(key: string, values: readonly [T, ...T[]]): T =>
    record[key] === undefined ? values[0] : expectOneOf(record[key], ["options", key], values);
  const overlaps =
    record["overlaps"] === undefined
      ? []
      : expectList(record["overlaps"], ["options", "overlaps"], (item, path) =>
          item === undefined ? undefined : expectList(item, path, (period, at) => expectText(period, at), 1),
        );
  return {
    method: expectOneOf(record["method"], ["options", "method"], methods),
    factor: choice("factor", ["unit", "pooled"]),
    onto: choice("onto", ["old", "new"]),
    ...(record["node"] === undefined ? {} : { node: expectText(record["node"], ["options", "node"]) }),
    overlaps: Array.from({ length: count - 1 }, (_, joint) => overlaps[joint]),
  };
}

/** The values of the linked node of a wave by unit. */
function valuesOf({ result }: IndexWave, node: string | undefined): ReadonlyMap<string, number | null> {
  const id = node ?? result.document.root;
  nodeAt(result.document, id);
  const values = result.nodes[id]?.values ?? [];
  return new Map([...unitRows(result)].map(([unit, row]) => [unit, values[row] ?? null]));
}

function linkBetween(
  source: readonly IndexWave[],
  target: readonly IndexWave[],
  wanted: readonly string[] | undefined,
  { method, factor, node }: Choices,
): SeriesLink | RefusalReason {
  const at = (waves: readonly IndexWave[], period: string) => waves.find((wave) => wave.period === period);
  const overlap = wanted ?? target.map(({ period }) => period).filter((period) => at(source, period));
  if (overlap.length === 0) return reasonFor("no-overlap");
  const pairs = new Map<string, LinkPair[]>();
  for (const period of overlap) {
    const [from, to] = [at(source, period), at(target, period)];
    if (!from || !to)
      throw new CxMetricsError(unknownPeriod, { path: ["options", "overlap"], values: { period } });
    const targets = valuesOf(to, node);
    for (const [unit, value] of valuesOf(from, node)) {
      if (!targets.has(unit)) continue;
      const list = pairs.get(unit) ?? [];
      pairs.set(unit, list);
      const other = targets.get(unit) ?? null;
      if (value !== null && other !== null) list.push({ source: value, target: other });
    }
  }
  if (pairs.size === 0) return reasonFor("no-common-unit");
  const groups: readonly (readonly [string | null, readonly LinkPair[]])[] =
    factor === "pooled" ? [[null, [...pairs.values()].flat()]] : [...pairs];
  const lines = groups.flatMap(([unit, list]) => fitLink(method, unit, list) ?? []);
  if (lines.length === 0) {
    const least = leastPairs[method];
    const needs = {
      en: `${least} or more pairs of values that determine a line`,
      zh: `至少 ${least} 对可确定直线的数值`,
    };
    return reasonFor("nothing-to-link", { method, needs });
  }
  return {
    method,
    factor,
    source: named(source, node),
    target: named(target, node),
    overlap: [...overlap],
    lines,
  };
}

function named(waves: readonly IndexWave[], node: string | undefined) {
  const { definition, document } = (waves[0] as IndexWave).result;
  return { ...definition, node: node ?? document.root };
}

function joined(
  all: readonly (readonly IndexWave[])[],
  ordered: readonly (readonly IndexWave[])[],
  links: readonly SeriesLink[],
  { node }: Choices,
): Pick<LinkedSeries, "periods" | "series"> {
  const periods = [...new Set(all.flatMap((waves) => waves.map(({ period }) => period)))];
  const units = [...new Set(all.flatMap((waves) => waves.flatMap(({ result }) => result.units)))];
  // The series nearest to the level that is kept comes first in `ordered`, and its value stands.
  const places = periods.map((period) => {
    const steps = ordered.findIndex((waves) => waves.some((wave) => wave.period === period));
    const wave = ordered[steps]?.find((candidate) => candidate.period === period) as IndexWave;
    return { period, steps, values: valuesOf(wave, node) };
  });
  const linesOf = links.map(({ lines }) => new Map(lines.map((line) => [line.unit, line])));
  const series = units.map((unit) => ({
    unit,
    points: places.map(({ period, steps, values }): LinkedPoint => {
      const scored = values.get(unit) ?? null;
      const path = links
        .slice(0, steps)
        .map((link, index) => ({ link, line: linesOf[index]?.get(link.factor === "pooled" ? null : unit) }))
        .reverse();
      return { period, scored, links: steps, ...moved(scored, path) };
    }),
  }));
  return { periods, series };
}

function moved(
  scored: number | null,
  path: readonly { readonly link: SeriesLink; readonly line: LinkLine | undefined }[],
): Pick<LinkedPoint, "value" | "linkError"> {
  let value = scored;
  let variance: number | null = 0;
  for (const { link, line } of path) {
    if (value === null || !line) return { value: null, linkError: null };
    const error: number | null = linkErrorAt(link.method, line, value);
    variance = variance === null || error === null ? null : error ** 2 + line.slope ** 2 * variance;
    value = line.intercept + line.slope * value;
  }
  if (value === null || !Number.isFinite(value)) return { value: null, linkError: null };
  return { value, linkError: variance === null ? null : Math.sqrt(variance) };
}
