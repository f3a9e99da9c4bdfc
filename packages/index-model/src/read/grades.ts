import {
  CxMetricsError,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { bandsNotDescending, duplicateBand } from "../problems.js";

/** What the id of a grade band looks like; unlike a node's it may begin with a digit (`5A`). */
export const bandIdPattern = /^[A-Za-z0-9][A-Za-z0-9_+-]*$/;

const name = { en: "a name of letters, digits, +, _ or -", zh: "由字母、数字、+、_ 或 - 组成的名称" };

/** Expects the grade bands of an index. */
export function readGrades(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, ["of", "bands", "onFailedCondition"], ["veto"]);
  expectText(record["of"], [...path, "of"]);
  expectOneOf(record["onFailedCondition"], [...path, "onFailedCondition"], ["lower-by-one"]);
  const bands = expectList(record["bands"], [...path, "bands"], readBand, 1);
  const seen = new Set<string>();
  bands.forEach((band, index) => {
    const last = index === bands.length - 1;
    const above =
      index === 0 ? Number.POSITIVE_INFINITY : (bands[index - 1]?.from ?? Number.NEGATIVE_INFINITY);
    const fits = last
      ? band.from === undefined && !band.conditions
      : band.from !== undefined && band.from < above;
    const at = { path: [...path, "bands", index], values: { band: band.id } };
    if (!fits) throw new CxMetricsError(bandsNotDescending, at);
    if (seen.has(band.id)) throw new CxMetricsError(duplicateBand, at);
    seen.add(band.id);
  });
  if (record["veto"] !== undefined) {
    const at = [...path, "veto"];
    const veto = expectRecord(record["veto"], at, ["attribute", "title"]);
    expectText(veto["attribute"], [...at, "attribute"]);
    expectLocalizedText(veto["title"], [...at, "title"]);
  }
}

function readBand(value: unknown, path: ProblemPath) {
  const record = expectRecord(value, path, ["id", "title"], ["from", "conditions"]);
  const id = expectText(record["id"], [...path, "id"], bandIdPattern, name);
  expectLocalizedText(record["title"], [...path, "title"]);
  const from = record["from"] === undefined ? undefined : expectNumber(record["from"], [...path, "from"]);
  if (record["conditions"] !== undefined)
    expectList(
      record["conditions"],
      [...path, "conditions"],
      (item, at) => {
        const condition = expectRecord(item, at, ["node", "atLeast"]);
        expectText(condition["node"], [...at, "node"]);
        expectNumber(condition["atLeast"], [...at, "atLeast"]);
      },
      1,
    );
  return { id, from, conditions: record["conditions"] !== undefined };
}
