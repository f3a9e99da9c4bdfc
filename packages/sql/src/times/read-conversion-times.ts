import { CxMetricsError, expectRecord, type Problem } from "@cxmetrics/definition";
import type { ConversionTimes, FunnelDefinition } from "@cxmetrics/funnel";
import { badRows, badSequences, badTimes, tiedEvents } from "../problems.js";
import { type ReadRow, readRows, type SqlRow } from "../read-rows.js";
import { type ConversionQuestion, conversionPlan, fact, outcome, part } from "./conversion-plan.js";

/**
 * The rows of compiled times to convert as what `conversionTimes` would have said of the same events.
 *
 * @param rows all rows of the answer, as the driver gives them, in any order
 * @param definition the definition that was compiled
 * @param question the step and the competing events that were asked for
 * @throws `CxMetricsError` `sql.bad-times`, `sql.bad-sequences`, `sql.tied-events`, `sql.bad-rows`, and the codes of
 * `conversionTimes`
 * @example
 * ```ts
 * const title = { en: "Loan", zh: "贷款" };
 * const funnel = {
 *   formatVersion: 1, id: "loan", version: "1.0.0", title, provenance: { status: "illustrative", source: "example" },
 *   steps: [{ name: "apply", event: "apply" }, { name: "sign", event: "sign" }],
 *   order: "ordered", windowMs: null, ties: "sequence", entry: "first", reuse: "once",
 * };
 * const row = (cx_part, cx_item, cx_records, cx_amount = null) => ({ cx_part, cx_item, cx_records, cx_amount });
 * const times = readConversionTimes([row(0, 1, 9), row(0, 7, 0, 900), row(1, 0, 2, 40), row(1, 1, 1, 75)], funnel);
 * times.convertedMs; // => [40, 40]
 * times.openMs; // => [75]
 * ```
 */
export function readConversionTimes(
  rows: readonly SqlRow[],
  definition: FunnelDefinition,
  question: ConversionQuestion = {},
): ConversionTimes {
  const asked = expectRecord(question, ["question"], [], ["step", "competing"]) as ConversionQuestion;
  const facts = new Map<number, ReadRow>();
  const elapsed = new Map<number, number[]>();
  for (const row of readRows(rows)) {
    const [found, item] = [row.count("cx_part"), row.count("cx_item")];
    if (found === part.about) facts.set(item, row);
    else if (found === part.outcome) {
      const times = elapsed.get(item) ?? [];
      elapsed.set(item, times);
      const amount = row.number("cx_amount");
      for (let record = row.count("cx_records"); record > 0; record--) times.push(amount);
    } else throw refuse(`there is no part ${found}`, `没有第 ${found} 部分`);
  }
  if (!facts.has(fact.rows)) throw refuse("they are incomplete", "行不完整");
  const known = (name: keyof typeof fact) => facts.get(fact[name])?.count("cx_records") ?? 0;
  const edge = (name: keyof typeof fact) => facts.get(fact[name])?.number("cx_amount") ?? 0;
  refuseSome(badTimes, known("badTimes"), "rows");
  refuseSome(badSequences, known("badSequences"), "rows");
  refuseSome(tiedEvents, known("tied"), "groups");
  const edges = known("rows") === 0 ? [] : [edge("least"), edge("most")];
  const { empty } = conversionPlan(definition, asked, edges, edge("until"));
  for (const item of elapsed.keys())
    if (item >= outcome.competing + empty.competing.length)
      throw refuse(`there is no outcome ${item}`, `没有结局 ${item}`);
  const listed = (item: number) => (elapsed.get(item) ?? []).sort((a, b) => a - b);
  return {
    ...empty,
    convertedMs: listed(outcome.converted),
    openMs: listed(outcome.open),
    competing: empty.competing.map(({ event }, index) => ({
      event,
      elapsedMs: listed(outcome.competing + index),
    })),
  };
}

function refuseSome(problem: Problem, found: number, key: string): void {
  if (found > 0) throw new CxMetricsError(problem, { path: ["rows"], values: { [key]: found } });
}

function refuse(en: string, zh: string): CxMetricsError {
  return new CxMetricsError(badRows, { path: ["rows"], values: { reason: { en, zh } } });
}
