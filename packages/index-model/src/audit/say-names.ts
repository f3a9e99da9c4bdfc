import type { LocalizedText } from "@cxmetrics/definition";
import type { AuditContext } from "./audit-context.js";
import type { AuditUnit } from "./audit-result.js";

/** Names told in a sentence; the lists of a finding are complete. */
const told = 8;

/** Titles of nodes with their ids, for a sentence. */
export function nodeNames({ document }: AuditContext, ids: readonly string[]): LocalizedText {
  const title = (id: string) => document.nodes[id]?.title ?? { en: id, zh: id };
  return {
    en: listed(ids.map((id) => `${title(id).en} (${id})`)).en,
    zh: listed(ids.map((id) => `${title(id).zh}（${id}）`)).zh,
  };
}

/** Units with their periods, for a sentence. */
export function unitNames(units: readonly AuditUnit[]): LocalizedText {
  return {
    en: listed(units.map(({ unit, period }) => (period === undefined ? unit : `${unit} (${period})`))).en,
    zh: listed(units.map(({ unit, period }) => (period === undefined ? unit : `${unit}（${period}）`))).zh,
  };
}

/** Some texts in a row, cut off where there are many. */
export function listed(names: readonly string[]): LocalizedText {
  const first = names.slice(0, told);
  const more = names.length - first.length;
  return {
    en: `${first.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    zh: `${first.join("、")}${more > 0 ? ` 等共 ${names.length} 个` : ""}`,
  };
}

/** A unit of the table. */
export function unitAt({ table }: AuditContext, row: number): AuditUnit {
  const period = table.periods?.[row];
  return { unit: table.units[row] ?? "", row, ...(period === undefined ? {} : { period }) };
}

/** A number for a sentence. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A share for a sentence. */
export function percent(share: number): string {
  return `${shown(100 * share)} %`;
}
