import type { CxMetricsError, LocalizedText, ProblemPath } from "@cxmetrics/definition";
import type { Questionnaire, Subscale } from "./questionnaire.js";

/** Makes the error of a key that does not hold together. */
export type RefuseKey = (path: ProblemPath, reason: LocalizedText) => CxMetricsError;

/** Checks that items, subscales, weights and grades belong together; their form is in order. */
export function checkKey(questionnaire: Questionnaire, refuse: RefuseKey): void {
  const { items, subscales, itemCount, reversedCount } = questionnaire;
  const ids = new Set<string>();
  items.forEach(({ id }, index) => {
    if (ids.has(id)) throw refuse(["items", index, "id"], twice(id));
    ids.add(id);
  });
  if (items.length !== itemCount) throw refuse(["items"], counted("items", "题目", items.length, itemCount));
  const reversed = items.filter((item) => item.reversed).length;
  if (reversed !== reversedCount)
    throw refuse(["items"], counted("reversed items", "反向题", reversed, reversedCount));

  const used = new Set<string>();
  const names = new Set<string>();
  subscales.forEach((subscale, index) => {
    const path = ["subscales", index];
    if (names.has(subscale.id)) throw refuse([...path, "id"], twice(subscale.id));
    names.add(subscale.id);
    for (const id of checkSubscale(subscale, ids, path, refuse)) used.add(id);
  });
  for (const id of ids)
    if (!used.has(id))
      throw refuse(["items"], { en: `item ${id} is in no subscale`, zh: `题目 ${id} 不属于任何分量表` });
}

/** Checks one subscale; the ids of all items that it reads. */
function checkSubscale(
  subscale: Subscale,
  ids: ReadonlySet<string>,
  path: ProblemPath,
  refuse: RefuseKey,
): readonly string[] {
  const { items, size, statistic, rescale = [], grades = [] } = subscale;
  const seen = new Set<string>();
  items.forEach((id, index) => {
    if (!ids.has(id)) throw refuse([...path, "items", index], unknown(id));
    if (seen.has(id)) throw refuse([...path, "items", index], twice(id));
    seen.add(id);
  });
  if (items.length !== size) throw refuse([...path, "items"], counted("items", "题目", items.length, size));
  rescale.forEach((step, index) => {
    const at = [...path, "rescale", index];
    if (step.kind === "pomp" && index > 0)
      throw refuse(at, { en: "pomp must be the first step", zh: "pomp 必须是第一步" });
    if (step.kind === "linear" && step.slope === 0)
      throw refuse([...at, "slope"], {
        en: "a slope of 0 gives everyone one score",
        zh: "斜率为 0 会使所有人得分相同",
      });
  });
  grades.forEach(({ from }, index) => {
    const before =
      index === 0 ? Number.POSITIVE_INFINITY : (grades[index - 1]?.from ?? Number.NEGATIVE_INFINITY);
    const last = index === grades.length - 1;
    if (last !== (from === undefined) || (from !== undefined && !(from < before)))
      throw refuse([...path, "grades", index], {
        en: "grades fall from the best, and only the last has no bound",
        zh: "等级应由高到低排列，且仅最后一级没有下限",
      });
  });
  if (statistic.kind === "mean") return items;
  const at = [...path, "statistic"];
  const keys = Object.keys(statistic.kind === "weighted-mean" ? statistic.weights : statistic.weightItems);
  if (keys.length !== items.length || !items.every((id) => keys.includes(id)))
    throw refuse(at, {
      en: "the weights do not name exactly the items of the subscale",
      zh: "权重所列题目与分量表的题目不一致",
    });
  if (statistic.kind === "weighted-mean") {
    if (Object.values(statistic.weights).every((weight) => weight === 0))
      throw refuse(at, { en: "all weights are 0", zh: "权重全部为 0" });
    return items;
  }
  const holders = Object.values(statistic.weightItems);
  for (const holder of holders) if (!ids.has(holder)) throw refuse(at, unknown(holder));
  if (new Set([...holders, ...items]).size !== holders.length + items.length)
    throw refuse(at, {
      en: "an item is a weight twice, or a weight and an answer",
      zh: "有题目重复用作权重，或既作权重又作回答",
    });
  return [...items, ...holders];
}

function twice(id: string): LocalizedText {
  return { en: `${id} is named twice`, zh: `${id} 重复出现` };
}

function unknown(id: string): LocalizedText {
  return { en: `there is no item ${id}`, zh: `没有题目 ${id}` };
}

function counted(en: string, zh: string, found: number, wanted: number): LocalizedText {
  return {
    en: `${found} ${en} where ${wanted} are announced`,
    zh: `${zh}有 ${found} 个，声明为 ${wanted} 个`,
  };
}
