import { CxMetricsError, expectOneOf, expectRecord } from "@cxmetrics/definition";
import { attributeChange } from "../attribution/attribute-change.js";
import { rowOf } from "../check-result.js";
import { competitionRanks } from "../comparison/competition-ranks.js";
import type { RankMove } from "../comparison/index-comparison.js";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexResult } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { scoreIndex } from "../score-index.js";
import { diffDefinitions } from "../versions/diff-definitions.js";
import { changedDefinition } from "./changed-definition.js";
import { changedTable } from "./changed-table.js";
import { noChange } from "./problems.js";
import type { WhatIf, WhatIfNode, WhatIfOptions } from "./what-if-result.js";

/**
 * Tries other values of one unit, other weights or another definition, and tells what moves: every node before and after, what each cause contributed, and the ranks.
 *
 * A value or weight of 0 is tried as 0. A definition that was changed is marked `-what-if` in its version, for it is no published one. The change is shared by
 * `attributeChange` (`auto`).
 *
 * @param definition an index definition
 * @param table the table as it is
 * @param options unit, and at least one of values, weights, definitionPatch
 * @returns nodes, causes and ranks
 * @throws `CxMetricsError` as `scoreIndex` does; `index.unknown-unit`, `index.ambiguous-unit`, `what-if.no-change`, `what-if.unknown-column`, `what-if.not-a-value`,
 * `what-if.not-a-mean`, `what-if.not-a-child`
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const definition = { formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index: { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" },
 *     children: [{ node: "ease", weight: 3 }, { node: "trust", weight: 1 }] } } };
 * const table = { units: ["App", "Web"], columns: { ease: [60, 70], trust: [80, 50] } };
 * const zero = whatIf(definition, table, { unit: "App", values: { trust: 0 } });
 * zero.nodes.map((node) => [node.node, node.change]); // => [["trust", -80], ["index", -20], ["ease", 0]]
 * whatIf(definition, table, { unit: "App", weights: { index: { ease: 0 } } }).ranks; // => [{ unit: "App", before: 1, after: 1, move: 0 }, { unit: "Web", before: 1, after: 2, move: -1 }]
 * ```
 */
export function whatIf(definition: IndexDefinition, table: IndexTable, options: WhatIfOptions): WhatIf {
  expectRecord(options, ["options"], ["unit"], ["values", "weights", "definitionPatch", "better"]);
  const { unit, values, weights, definitionPatch, better = "higher" } = options;
  expectOneOf(better, ["options", "better"], ["higher", "lower"]);
  if (values === undefined && weights === undefined && definitionPatch === undefined)
    throw new CxMetricsError(noChange, { path: ["options"] });
  const a = defineIndex(definition);
  const before = scoreIndex(a, table);
  const row = rowOf(before, unit);
  const b = changedDefinition(a, weights, definitionPatch);
  const changed = changedTable(b, table, row, values);
  const after = scoreIndex(b, changed);
  const rest = a === b ? {} : { revised: b };
  return {
    unit: before.units[row] as string,
    row,
    root: b.root,
    definitions: { before: before.definition, after: after.definition },
    changes: a === b ? [] : diffDefinitions(a, b).changes,
    nodes: nodesOf(before, after, row),
    attribution: attributeChange(a, table, changed, { unit: row, ...rest }),
    ranks: rankMoves(before, after, better),
  };
}

function nodesOf(before: IndexResult, after: IndexResult, row: number): readonly WhatIfNode[] {
  const ids = [...new Set([...Object.keys(before.nodes), ...Object.keys(after.nodes)])];
  const nodes = ids.map((node): WhatIfNode => {
    const [was, is] = [before.nodes[node], after.nodes[node]];
    const [old, now] = [was?.values[row] ?? null, is?.values[row] ?? null];
    const [reasonBefore, reasonAfter] = [was?.reasons?.[row], is?.reasons?.[row]];
    const title = (after.document.nodes[node] ?? before.document.nodes[node])?.title ?? {
      en: node,
      zh: node,
    };
    return {
      node,
      title,
      before: old,
      after: now,
      change: old === null || now === null ? null : now - old,
      ...(reasonBefore ? { reasonBefore } : {}),
      ...(reasonAfter ? { reasonAfter } : {}),
    };
  });
  const moves = ({ before: old, after: now }: WhatIfNode) => old !== now;
  return [...nodes.filter(moves), ...nodes.filter((node) => !moves(node))];
}

function rankMoves(before: IndexResult, after: IndexResult, better: "higher" | "lower"): readonly RankMove[] {
  const values = (result: IndexResult) => result.nodes[result.document.root]?.values ?? [];
  const both = before.units.map(
    (_, row) => (values(before)[row] ?? null) !== null && (values(after)[row] ?? null) !== null,
  );
  const ranks = (result: IndexResult) =>
    competitionRanks(
      values(result).map((value, row) => (both[row] ? value : null)),
      better,
    );
  const [old, now] = [ranks(before), ranks(after)];
  return before.units.flatMap((unit, row) => {
    const [was, is] = [old[row] ?? null, now[row] ?? null];
    return was === null || is === null ? [] : [{ unit, before: was, after: is, move: was - is }];
  });
}
