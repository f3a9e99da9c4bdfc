import type { Language } from "@cxmetrics/definition";
import type { CriterionChange, EvaluationResult, IndexChange } from "../evaluation-result.js";
import { dimensionsOf } from "./dimensions-of.js";
import { escapeCell } from "./escape-cell.js";
import { wording } from "./wording.js";
import { type Scale, writeDifference, writeSigned } from "./write-number.js";
import { writeTable } from "./write-table.js";

/** One row per change: index, dimensions, criteria with interval; below it, what makes the sides comparable or not. */
export function changeSection(result: EvaluationResult, lang: Language): readonly string[] {
  if (result.changes.length === 0) return [];
  const words = wording[lang];
  const { scale, nodes } = result.index.document;
  const dimensions = dimensionsOf(result.index.document);
  const criteria = Object.keys(result.criteria);
  const titleOf = (id: string) => result.units.find((unit) => unit.id === id)?.title[lang] ?? id;
  const rows = result.changes.map((change) => [
    `${titleOf(change.from)} → ${titleOf(change.to)}`,
    words.comparable[change.comparability.status],
    writeRoot(change, scale),
    ...dimensions.map((id) => writeDifference(change.nodes[id] ?? null, scale)),
    ...criteria.map((id) => writeChange(change.criteria[id])),
  ]);
  const heads = [
    words.change,
    words.comparability,
    words.indexColumn,
    ...dimensions.map((id) => nodes[id]?.title[lang] ?? id),
    ...criteria.map((id) => result.measures[id]?.title[lang] ?? id),
  ];
  const statements = new Set(result.changes.map(({ comparability }) => comparability.message[lang]));
  return [
    ...writeTable(heads, rows, 2),
    "",
    ...[...statements].map((statement) => `- ${escapeCell(statement)}`),
  ];
}

function writeRoot({ root, interval }: IndexChange, scale: Scale): string {
  const text = writeDifference(root, scale);
  return interval.status === "ok"
    ? `${text} [${writeDifference(interval.lower, scale)}, ${writeDifference(interval.upper, scale)}]`
    : text;
}

function writeChange(change: CriterionChange | undefined): string {
  if (!change || change.difference === null) return "—";
  const { difference, interval } = change;
  const text = writeSigned(difference);
  return interval.status === "ok"
    ? `${text} [${writeSigned(interval.lower)}, ${writeSigned(interval.upper)}]`
    : text;
}
