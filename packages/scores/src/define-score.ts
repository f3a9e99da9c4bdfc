import {
  CxMetricsError,
  describeValue,
  expectDefinitionDocument,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  parseDefinitionName,
} from "@cxmetrics/definition";
import { checkBands } from "./check-bands.js";
import { npsNeeds0To10, rescaleBelowZero } from "./definitions/problems.js";
import { expectDisplay } from "./display-value.js";
import { expectScale } from "./expect-scale.js";
import { freezeDocument } from "./freeze-document.js";
import { expectMethod } from "./interval-choice.js";
import { isNps } from "./is-nps.js";
import { badLevel, unitMismatch } from "./problems.js";
import { type RatingScale, writeScale } from "./scale.js";
import type { ScoreDefinition, ScoreStatistic } from "./score-definition.js";

const units = { "net-share": "points", share: "share", mean: "mean" } as const;
const bandKeys = { "net-share": ["upper", "lower"], share: ["band"], mean: [] } as const;
const keys = ["scale", "direction", "statistic", "base", "interval"];

/**
 * Reads a score definition from plain data and checks that its parts fit together: bands on the scale, disjoint, inside the base
 * and not all of it; unit and interval method made for the statistic. Unknown keys are refused. A definition that is called `nps`, or
 * `nps.` and something, stands on 0–10.
 *
 * @param definition a definition document, as an object
 * @returns a frozen copy
 * @throws `CxMetricsError` `scale.not-allowed`, `band.empty`, `band.off-scale`, `band.repeated-point`, `band.overlap`,
 * `band.outside-base`, `band.covers-base`, `base.off-scale`, `score.unit-mismatch`, `score.interval-mismatch`,
 * `score.level-not-allowed`, `score.nps-needs-0-10`, `score.rescale-below-zero`, and `document.*` for a malformed document
 * @example
 * ```ts
 * const goodOverBad = defineScore({
 *   ...csatTop2Of5,
 *   id: "csat.good-over-bad",
 *   base: { points: [1, 2, 4, 5] },
 * });
 * const score = estimateScore(tallyFromCounts([1, 1, 5, 2, 4], { min: 1, max: 5 }), goodOverBad);
 * score.status === "ok" && score.value; // => 0.75
 * score.status === "ok" && score.n; // => 8
 * ```
 */
export function defineScore(definition: unknown): ScoreDefinition {
  const document = expectDefinitionDocument(definition, keys, ["display", "about", "differsFrom"]);
  expectRecord(document["scale"], ["scale"], ["min", "max"]);
  const scale = expectScale(document["scale"], ["scale"]);
  expectOneOf(document["direction"], ["direction"], ["higher-is-better", "lower-is-better"]);

  if (isNps(document.id) && !(scale.min === 0 && scale.max === 10))
    throw new CxMetricsError(npsNeeds0To10, { path: ["scale"], values: { scale: writeScale(scale) } });

  const kind = expectStatistic(document["statistic"], scale);
  const base = document["base"];
  if (base !== "valid") expectRecord(base, ["base"], ["points"]);
  checkBands(document as unknown as ScoreDefinition, scale);

  const interval = expectRecord(document["interval"], ["interval"], ["method", "level"]);
  expectMethod(kind, interval["method"], ["interval", "method"]);
  const level = expectNumber(interval["level"], ["interval", "level"]);
  if (!(level > 0 && level < 1))
    throw new CxMetricsError(badLevel, { path: ["interval", "level"], values: { level } });
  expectRemarks(document);
  return freezeDocument(structuredClone(document) as unknown as ScoreDefinition);
}

function expectStatistic(value: unknown, scale: RatingScale): ScoreStatistic["kind"] {
  const others = ["unit", "upper", "lower", "band", "rescale"];
  const { kind: found } = expectRecord(value, ["statistic"], ["kind"], others);
  const kind = expectOneOf(found, ["statistic", "kind"], ["net-share", "share", "mean"]);
  const optional = kind === "mean" ? ["rescale"] : [];
  const statistic = expectRecord(value, ["statistic"], ["kind", "unit", ...bandKeys[kind]], optional);
  const rescaled = statistic["rescale"] !== undefined;
  if (rescaled) expectRescale(statistic["rescale"], scale);
  const unit = rescaled ? "index" : units[kind];
  if (statistic["unit"] !== unit)
    throw new CxMetricsError(unitMismatch, {
      path: ["statistic", "unit"],
      values: { kind: rescaled ? "mean + rescale" : kind, unit, found: describeValue(statistic["unit"]) },
    });
  return kind;
}

function expectRescale(value: unknown, scale: RatingScale): void {
  const path = ["statistic", "rescale"];
  const { kind } = expectRecord(value, path, ["kind"]);
  expectOneOf(kind, [...path, "kind"], ["pomp", "percent-of-maximum"]);
  if (kind === "percent-of-maximum" && scale.min < 0)
    throw new CxMetricsError(rescaleBelowZero, { path, values: { scale: writeScale(scale) } });
}

/** What a definition may say beside its rule. */
function expectRemarks({ display, about, differsFrom }: Readonly<Record<string, unknown>>): void {
  if (about !== undefined) expectLocalizedText(about, ["about"]);
  if (display !== undefined) expectDisplay(display, ["display"]);
  if (differsFrom !== undefined)
    expectList(differsFrom, ["differsFrom"], (id, path) => parseDefinitionName(expectText(id, path)).id);
}
