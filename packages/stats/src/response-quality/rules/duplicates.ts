import { duplicateResponses } from "../duplicate-responses.js";
import { judged, notAssessed, type QualityRule } from "../quality-rule.js";

export const duplicatesRule: QualityRule<"duplicates"> = {
  id: "duplicates",
  message: {
    en: "Response number {measured} of a set of duplicates; the first {limit} stands.",
    zh: "一组重复答卷中的第 {measured} 份；仅保留前 {limit} 份不标记。",
  },
  assess(rows, setting) {
    const found = duplicateResponses(rows, setting);
    if (found.status !== "ok") return found;
    const numbers = new Map(found.groups.flatMap((group) => group.map((row, at) => [row, at + 1] as const)));
    const lacking = new Set(found.notCompared);
    return rows.map((_, row) => {
      const number = numbers.get(row) ?? 1;
      return lacking.has(row) ? notAssessed : judged(number > 1, number, 1);
    });
  },
};
