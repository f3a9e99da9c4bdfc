import {
  CxMetricsError,
  expectDefinitionDocument,
  expectList,
  expectLocalizedText,
  expectOneOf,
  expectText,
  refuseUnsafeKeys,
} from "@cxmetrics/definition";
import { parseExpression } from "@cxmetrics/formula";
import { checkCalibration, readCalibration } from "./calibration/read-calibration.js";
import { checkLinks } from "./check-links.js";
import { checkViews } from "./check-views.js";
import { frozenCopy } from "./frozen-copy.js";
import type { IndexDefinition } from "./index-definition.js";
import { loweredOrNone } from "./lowered.js";
import { nodeIdPattern } from "./node-id.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import { orderNodes } from "./order-nodes.js";
import { badNodeId, noNodes } from "./problems.js";
import { readGrades } from "./read/grades.js";
import { readMap } from "./read/map.js";
import { refuseMergeKeys } from "./read/merge-keys.js";
import { readNode } from "./read/node.js";
import { readRange } from "./read/range.js";
import { readRanking } from "./read/ranking.js";
import { readViews } from "./read/views.js";
import { checkRollups, readRollups } from "./rollup/read-rollups.js";
import { expandDocument } from "./templates/expand-templates.js";

/** Definitions that were checked and cannot change any more, so that scoring many tables checks one definition once. */
const checked = new WeakSet<object>();

/**
 * Checks an index definition through and through and returns it as a deep-frozen copy: shape, ranges, weights, goalposts,
 * links between nodes, circles, views and grades. Plain data goes in and comes out; checking twice changes nothing.
 *
 * @param definition untrusted plain data, for example parsed JSON
 * @returns the same data, frozen
 * @throws `CxMetricsError` with the path to the mistake: `document.*` for the shape; `index.merge-key`; `index.dangling-node`,
 * `index.root-missing`, `index.raw-of-non-indicator`, `index.cycle` for links; `index.bad-weight`,
 * `index.weights-sum-to-zero`, `index.duplicate-child`, `index.bad-share` for means; `index.goalposts-equal`,
 * `index.goalposts-not-positive`, `index.empty-range` for normalisers; `index.bands-not-descending`,
 * `index.duplicate-band` for grades; `index.unknown-tag`, `index.unknown-group`, `index.view-without-weights`, `index.view-over-points` for views;
 * `formula.*` for expressions
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "goalposts", worst: 50, best: 95 } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * defineIndex({ ...head, root: "ease", nodes: { ease } }).root; // => "ease"
 * ```
 */
export function defineIndex(definition: unknown): IndexDefinition {
  if (typeof definition === "object" && definition !== null && checked.has(definition))
    return definition as IndexDefinition;
  refuseUnsafeKeys(definition);
  // The copy is what is checked: nothing that a getter or a proxy does later can change it.
  const written = frozenCopy(definition);
  refuseMergeKeys(written);
  const copy = expandDocument(written);
  const record = expectDefinitionDocument(
    copy,
    ["scale", "root", "nodes"],
    [
      "purpose",
      "outputs",
      "views",
      "grades",
      "ranking",
      "scope",
      "calibration",
      "constants",
      "expandedFrom",
      "rollups",
    ],
  );
  if (record["purpose"] !== undefined) expectLocalizedText(record["purpose"], ["purpose"]);
  readRange(record["scale"], ["scale"]);
  expectText(record["root"], ["root"]);
  readNodes(record["nodes"]);
  if (record["views"] !== undefined) readViews(record["views"], ["views"]);
  if (record["outputs"] !== undefined) expectList(record["outputs"], ["outputs"], expectText, 1);
  if (record["grades"] !== undefined) readGrades(record["grades"], ["grades"]);
  if (record["expandedFrom"] !== undefined) expectText(record["expandedFrom"], ["expandedFrom"]);
  if (record["rollups"] !== undefined) readRollups(record["rollups"], ["rollups"]);
  if (record["ranking"] !== undefined) readRanking(record["ranking"], ["ranking"]);
  if (record["scope"] !== undefined) expectOneOf(record["scope"], ["scope"], ["batch"]);
  if (record["calibration"] !== undefined) readCalibration(record["calibration"], ["calibration"]);

  const index = record as unknown as IndexDefinition;
  checkLinks(index);
  checkRollups(index);
  checkCalibration(index);
  // Whatever the formula package would refuse is refused here, before any table is at hand.
  for (const [id, node] of Object.entries(index.nodes)) {
    const expression = loweredOrNone(index, id);
    if (expression !== undefined) parseExpression(expression, ["nodes", id]);
    nodeKindOf(node).check?.(index, id, node, ["nodes", id]);
  }
  checkViews(index, orderNodes(index.nodes));
  checked.add(index);
  return index;
}

function readNodes(value: unknown): void {
  const nodes = readMap(value, ["nodes"]);
  if (nodes.length === 0) throw new CxMetricsError(noNodes, { path: ["nodes"] });
  for (const [id, node] of nodes) {
    const path = ["nodes", id];
    if (!nodeIdPattern.test(id))
      throw new CxMetricsError(badNodeId, { path, values: { id: id.slice(0, 60) } });
    readNode(node, path);
  }
}
