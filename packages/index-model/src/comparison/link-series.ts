import { expectRecord } from "@cxmetrics/definition";
import type { IndexWave } from "./index-wave.js";
import { linkChain } from "./link-chain.js";
import type { LinkedSeries, LinkOptions } from "./linked-series.js";
import type { ComparisonRefused } from "./refusal.js";

/**
 * Links the series of two definitions over periods that were scored with both, so that one series can be followed past a change of
 * definition. The link carries its error and the number of pairs behind it.
 *
 * $$ I_{linked}(t) = I_{new}(t)\,\frac{\sum_{t^*} I_{old}(t^*)}{\sum_{t^*} I_{new}(t^*)} \quad\text{(multiplicative)}, \qquad
 * I_{linked}(t) = I_{new}(t) + \overline{I_{old}-I_{new}} \quad\text{(additive)} $$
 *
 * With one pair the error of a link is unknown (`null`), not 0. A link is warned of when a linked value leaves the scale. Results
 * scored in a batch or by cohort methods are refused, for their values stand for their own table alone.
 *
 * @param oldResults waves of the earlier definition
 * @param newResults waves of the later definition
 * @param options method, overlap, one factor a unit or one for all, and whose level is kept
 * @returns the series as one with its links, or a refusal: `no-overlap`, `no-common-unit`, `nothing-to-link`, `mixed-series`, `not-comparable-before`
 * @throws `CxMetricsError` `comparison.not-a-list`, `comparison.duplicate-period`, `comparison.duplicate-unit`, `comparison.unknown-period`, `index.not-a-result`,
 * `index.dangling-node`, and `document.*` for options
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008); ILO et al., Consumer Price Index Manual (2020), ch. 9 (overlap method)
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const wave = (version, period, x) => ({ period, result: scoreIndex({ formatVersion: 1, id: "example.x", version, title, provenance,
 *   scale: { lower: 0, upper: 100 }, root: "x", nodes: { x: leaf } }, { units: ["App"], columns: { x: [x] } }) });
 * const linked = linkSeries(
 *   [wave("1.0.0", "2023", 60), wave("1.0.0", "2024", 64)],
 *   [wave("2.0.0", "2024", 80), wave("2.0.0", "2025", 75)],
 *   { method: "multiplicative" },
 * );
 * linked.series[0].points.map((point) => point.value); // => [60, 64, 60]
 * linked.links[0].lines[0].slope; // => 0.8
 * ```
 */
export function linkSeries(
  oldResults: readonly IndexWave[],
  newResults: readonly IndexWave[],
  options: LinkOptions,
): LinkedSeries | ComparisonRefused {
  expectRecord(options, ["options"], ["method"], ["overlap", "factor", "onto", "node"]);
  const { overlap, ...rest } = options;
  return linkChain([oldResults, newResults], overlap === undefined ? rest : { ...rest, overlaps: [overlap] });
}
