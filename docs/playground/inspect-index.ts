import type { Warning } from "@cxmetrics/definition";
import { fillMessage } from "@cxmetrics/definition";
import { earlierIndexDefinitions, indexDefinitions } from "@cxmetrics/guides";
import {
  type DefinitionDiff,
  definitionWarnings,
  diffDefinitions,
  explainIndex,
  type IndexDefinition,
  type IndexExplanation,
  type IndexResult,
  type IndexTable,
  parseIndexDefinition,
  propagateUncertainty,
  type RankUncertainty,
  scoreIndex,
  weightlessLeaves,
} from "@cxmetrics/index-model";
import { assumedErrors, indexDataFromCsv } from "./index-data.js";
import { applyEdits, type Edits } from "./index-edits.js";

/** Definitions that can be picked, by `id@version`, the newest first. */
export const published: ReadonlyMap<string, IndexDefinition> = new Map(
  [...Object.values(indexDefinitions), ...earlierIndexDefinitions].map((definition) => [
    `${definition.id}@${definition.version}`,
    definition,
  ]),
);

/** What the author chose; every part may come from a link. */
export interface IndexChoices {
  /** A picked definition, or `null` where `text` holds one. */
  readonly name: string | null;
  readonly text: string;
  readonly edits: Edits;
  readonly version: string | undefined;
  readonly csv: string;
}

/** A definition before and after the sliders. */
export interface OpenedIndex {
  /** As picked or pasted. */
  readonly base: IndexDefinition;
  readonly edited: IndexDefinition;
  /** What the changes are held against: the published version of the same id, or the definition as pasted. */
  readonly reference: IndexDefinition;
  readonly diff: DefinitionDiff;
  readonly warnings: readonly Warning[];
}

/** One unit before and after. */
export interface UnitRow {
  readonly row: number;
  readonly unit: string;
  readonly before: number | null;
  readonly value: number | null;
  readonly rankBefore: number | null;
  readonly rank: number | null;
}

/**
 * Opens what was picked or pasted and makes the edits.
 *
 * @throws `CxMetricsError` as `parseIndexDefinition` and `defineIndex` do
 */
export function openIndex({ name, text, edits, version }: IndexChoices): OpenedIndex {
  const picked = name === null ? undefined : published.get(name);
  const base = picked ?? parseIndexDefinition(text);
  const edited = applyEdits(base, edits, version);
  const newest = [...published.values()].find(({ id }) => id === base.id);
  const reference = picked ?? newest ?? base;
  return {
    base,
    edited,
    reference,
    diff: diffDefinitions(reference, edited),
    warnings: [...definitionWarnings(edited), ...concernsOf(edited)],
  };
}

const concerns = {
  weightless: {
    en: "{count} indicators have no share of the index, because formulas or rules read them: {names}.",
    zh: "有 {count} 个指标没有占指数的份额，因为由公式或规则引用：{names}。",
  },
  illustrative: {
    en: "{count} of {all} parts are illustrative: whoever adopts the index must decide them.",
    zh: "{all} 个部分中有 {count} 个为示例性设定，须由采用者自行确定。",
  },
} as const;

function concernsOf(definition: IndexDefinition): readonly Warning[] {
  const leaves = Object.keys(weightlessLeaves(definition));
  const nodes = Object.values(definition.nodes);
  const illustrative = nodes.filter(({ provenance }) => provenance.status === "illustrative").length;
  const say = (code: keyof typeof concerns, values: Record<string, string | number>): Warning => ({
    code: `playground.${code}`,
    message: fillMessage(concerns[code], values),
    values,
  });
  return [
    ...(leaves.length > 0
      ? [
          say("weightless", {
            count: leaves.length,
            names: `${leaves.slice(0, 6).join(", ")}${leaves.length > 6 ? ", …" : ""}`,
          }),
        ]
      : []),
    ...(illustrative > 0 ? [say("illustrative", { count: illustrative, all: nodes.length })] : []),
  ];
}

/** Scores of the edited definition beside those of the one it is held against, on the same table. */
export interface ScoredIndex {
  readonly result: IndexResult;
  readonly table: IndexTable;
  readonly rows: readonly UnitRow[];
}

/**
 * Scores a table by both definitions. Where the reference does not fit the table, only the edited one is told.
 *
 * @throws `CxMetricsError` as `scoreIndex` does
 */
export function scoreOpened({ base, edited }: OpenedIndex, csv: string): ScoredIndex {
  const { table } = indexDataFromCsv(csv, edited);
  const result = scoreIndex(edited, table);
  const before = base === edited ? result : scoreIndex(base, table);
  const values = result.nodes[edited.root]?.values ?? [];
  const valuesBefore = before.nodes[base.root]?.values ?? [];
  const ranks = ranksOf(values);
  const ranksBefore = ranksOf(valuesBefore);
  return {
    result,
    table,
    rows: result.units.map((unit, row) => ({
      row,
      unit,
      before: valuesBefore[row] ?? null,
      value: values[row] ?? null,
      rankBefore: ranksBefore[row] ?? null,
      rank: ranks[row] ?? null,
    })),
  };
}

/** 1 is the highest value; equal values share the better rank. */
function ranksOf(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value) =>
    value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
  );
}

/**
 * Rank intervals under the errors that the table states or the author assumes; `undefined` where there are none to tell.
 *
 * @throws `CxMetricsError` as `propagateUncertainty` does
 */
export function rankIntervals(
  { edited }: OpenedIndex,
  csv: string,
  errorShare: number,
): RankUncertainty | undefined {
  const data = indexDataFromCsv(csv, edited);
  const estimates = assumedErrors(edited, data, errorShare);
  if (data.table.units.length < 2 || Object.keys(estimates).length === 0) return undefined;
  const told = propagateUncertainty(
    edited,
    { table: data.table, estimates, independent: true },
    { method: "monte-carlo", draws: 1000, seed: 1, nodes: [edited.root], ranks: edited.root },
  );
  return told.ranks?.status === "ok" ? told.ranks : undefined;
}

/** One node where it stands in the tree. */
export interface TreeLine {
  readonly id: string;
  readonly depth: number;
  readonly weight: number | null;
  readonly globalWeight: number | null;
  readonly value: number | null;
  /** Contribution to its parent, where that is a mean: to its value, or to the logarithm of its value. */
  readonly contribution: { readonly kind: "share" | "log-share"; readonly value: number } | null;
}

/** The explanation of a unit as an indented list, the root first; a node that stands in several places is told in each, its parts once. */
export function treeOf({ nodes, root }: IndexExplanation): readonly TreeLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const told = new Set<string>();
  const lines: TreeLine[] = [];
  const visit = (
    id: string,
    depth: number,
    weight: number | null,
    contribution: TreeLine["contribution"],
  ) => {
    const node = byId.get(id);
    lines.push({
      id,
      depth,
      weight,
      globalWeight: node?.globalWeight ?? null,
      value: node?.value ?? null,
      contribution,
    });
    if (!node || told.has(id) || depth > 40) return;
    told.add(id);
    const seen = new Set<string>();
    for (const part of node.parts) {
      if (seen.has(part.node)) continue;
      seen.add(part.node);
      visit(part.node, depth + 1, part.effectiveWeight ?? part.weight, part.contribution);
    }
  };
  visit(root, 0, null, null);
  return lines;
}

/** The explanation of one unit of a result, by row. */
export function explainRow({ result }: ScoredIndex, row: number): IndexExplanation {
  return explainIndex(result, Math.min(Math.max(0, Math.trunc(row)), result.units.length - 1));
}
