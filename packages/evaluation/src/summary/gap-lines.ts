import type { Language, NotComputable, Suppressed } from "@cxmetrics/definition";
import type { EvaluationResult } from "../evaluation-result.js";
import { escapeCell } from "./escape-cell.js";
import { wording } from "./wording.js";

/** Every number and interval that does not exist or is withheld, told by reason. */
export function gapLines(result: EvaluationResult, lang: Language): readonly string[] {
  const words = wording[lang];
  const byReason = new Map<string, Map<string, string[]>>();
  const add = (what: string, { message }: NotComputable | Suppressed, measure: string, unit: string) => {
    const reason = `${what}${words.colon}${message[lang]}`;
    const measures = byReason.get(reason) ?? new Map<string, string[]>();
    byReason.set(reason, measures);
    measures.set(measure, [...(measures.get(measure) ?? []), unit]);
  };
  for (const { id, title } of result.units) {
    const root = result.roots[id];
    if (root?.status === "not-computable") add(words.noValue, root, words.indexColumn, title[lang]);
    else if (root && root.interval.status !== "ok")
      add(words.noInterval, root.interval, words.indexColumn, title[lang]);
  }
  const titleOf = (id: string) => result.units.find((unit) => unit.id === id)?.title[lang] ?? id;
  for (const { from, to, root, interval } of result.changes)
    if (root !== null && interval.status !== "ok")
      add(words.noInterval, interval, words.change, `${titleOf(from)} → ${titleOf(to)}`);
  for (const group of ["estimates", "criteria"] as const)
    for (const [id, byUnit] of Object.entries(result[group]))
      for (const unit of result.units) {
        const outcome = byUnit[unit.id];
        if (outcome === undefined) continue;
        if (outcome.status !== "ok") add(words.noValue, outcome, id, unit.title[lang]);
        else if (outcome.interval.status !== "ok")
          add(words.noInterval, outcome.interval, id, unit.title[lang]);
      }
  return [...byReason].map(([reason, measures]) => {
    const places = [...measures].map(([measure, units]) =>
      units.length === result.units.length ? measure : `${measure} (${units.join(", ")})`,
    );
    return `- ${escapeCell(`${reason} — ${places.join("; ")}`)}`;
  });
}
