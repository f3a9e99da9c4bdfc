import { resolve } from "node:path";
import { CxMetricsError, type Language } from "@cxmetrics/definition";
import {
  explainIndex,
  type IndexDefinition,
  type IndexExplanation,
  type IndexResult,
} from "@cxmetrics/index-model";
import type { Answer, Run } from "../answer.js";
import { words } from "../messages.js";
import { ambiguousUnit, needsUnit, unknownUnit } from "../problems.js";
import { didYouMean } from "../read/hint.js";
import { printable } from "../show/printable.js";
import { showNumber } from "../show/show-value.js";
import { refuseInput } from "../write/refuse-input.js";
import { writeWhole } from "../write/write-whole.js";
import { type IndexOptions, scoreFile } from "./index-score.js";
import { digitsFor } from "./index-score-table.js";
import { wroteLine } from "./wrote-line.js";

/**
 * `cx index explain`: how the index of one unit came about, node by node.
 *
 * @param name id of a definition, or the path of its file
 * @param file table with one unit a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runIndexExplain(
  name: string,
  file: string,
  options: IndexOptions & { readonly unit?: string },
  run: Run,
): Promise<Answer> {
  const { result, definition } = await scoreFile(name, file, options, run);
  const explanation = explainIndex(result, rowOfUnit(result, options.unit, file));
  let text = traceText(explanation, definition, run.lang);
  const { output } = options;
  if (output !== undefined) {
    const target = resolve(run.tables.folder, output);
    await refuseInput(target, output, [file, name], run.tables.folder);
    const content = /\.json$/i.test(output) ? JSON.stringify(explanation, null, 2) : text;
    await writeWhole(target, `${content}\n`, output, run.io.signal);
    text = wroteLine([output], run);
  }
  return {
    definition: result.definition,
    engine: result.engine,
    result: explanation,
    warnings: result.warnings,
    text,
  };
}

/**
 * Row of a unit by its name; the only row when no unit is named.
 *
 * @throws `CxMetricsError` `usage.needs-unit`, `index.unknown-unit` with the nearest name, `index.ambiguous-unit`
 */
export function rowOfUnit({ units }: IndexResult, name: string | undefined, file: string): number {
  if (name === undefined) {
    if (units.length === 1) return 0;
    throw new CxMetricsError(needsUnit, { path: ["--unit"], values: { count: units.length } });
  }
  const wanted = name.trim();
  const row = units.indexOf(wanted);
  const values = { file, unit: wanted };
  if (row < 0) {
    const hint = didYouMean(wanted, units.slice(0, 20_000));
    throw new CxMetricsError(unknownUnit, { path: [file, wanted], values: { ...values, hint } });
  }
  const count = units.filter((unit) => unit === wanted).length;
  if (count > 1)
    throw new CxMetricsError(ambiguousUnit, { path: [file, wanted], values: { ...values, count } });
  return row;
}

/** The trace as an indented tree; a node that stands in two places is told once. */
function traceText(explanation: IndexExplanation, definition: IndexDefinition, lang: Language): string {
  const digits = digitsFor(definition);
  const byId = new Map(explanation.nodes.map((node) => [node.id, node]));
  const told = new Set<string>();
  const lines: string[] = [`${printable(explanation.unit)} · ${definition.id}@${definition.version}`, ""];
  const stack: { id: string; depth: number; weight: number | null | undefined }[] = [
    { id: explanation.root, depth: 0, weight: undefined },
  ];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const node = byId.get(item.id);
    if (!node) continue;
    const indent = "  ".repeat(Math.min(item.depth, 20));
    const value = node.value === null ? (node.reason?.message[lang] ?? "-") : showNumber(node.value, digits);
    const share =
      item.weight === undefined || item.weight === null
        ? ""
        : ` · ${words.weight[lang]} ${showNumber(item.weight * 100, 1)}%`;
    lines.push(`${indent}${node.id} ${printable(node.title[lang])}: ${printable(value)}${share}`);
    if (told.has(node.id)) continue;
    told.add(node.id);
    if (node.leaf) {
      const { raw, capped, unit } = node.leaf;
      const cap = capped === raw ? "" : ` · ${words.capped[lang]} ${capped}`;
      lines.push(`${indent}    ${words.raw[lang]} ${raw ?? "-"} ${printable(unit)}${cap}`);
    }
    lines.push(`${indent}    ${printable(node.formula)}`);
    const parts = node.parts.filter(
      (part, index) => node.parts.findIndex((other) => other.node === part.node) === index,
    );
    for (const part of [...parts].reverse())
      stack.push({ id: part.node, depth: item.depth + 1, weight: part.effectiveWeight ?? part.weight });
  }
  return lines.join("\n");
}
